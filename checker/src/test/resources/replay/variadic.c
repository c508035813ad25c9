// SPDX-License-Identifier: Apache-2.0
/* What a variable argument is, what one is that was not given, and what code outside hands over. */
extern int __proviso_nondet_int(void);
extern void __proviso_abort(const char *);

static int take(int n, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, n);
  int first = __builtin_va_arg(list, int);
  if (n == 1) {
    __builtin_va_end(list);
    return first;
  }
  int *second = __builtin_va_arg(list, int *);
  __builtin_va_end(list);
  return first + *second;
}

void with_callback(int (*callback)(int, ...));

static int told;
static int called(int n, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, n);
  told = n == 3 && __builtin_va_arg(list, int) == 4;
  __builtin_va_end(list);
  return told;
}

int main(void) {
  int x = __proviso_nondet_int();
  if (take(2, 30, &x) != 42)
    return 0;
  if (take(1) != 7)
    return 0;
  with_callback(called);
  if (told)
    __proviso_abort("");
  return 0;
}
