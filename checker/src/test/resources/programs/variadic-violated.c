// VIOLATED
/* Only the third variable argument of the second call brings the abort. */
extern int __proviso_nondet_int(void);
extern void __proviso_abort(const char *);

static void each(const char *kinds, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, kinds);
  for (; *kinds; kinds++) {
    if (*kinds == 'i') {
      if (__builtin_va_arg(list, int) == 77)
        __proviso_abort("");
    } else {
      int *p = __builtin_va_arg(list, int *);
      (*p)++;
    }
  }
  __builtin_va_end(list);
}

int main(void) {
  int x = 75;
  each("pi", &x, 1);
  each("pii", &x, 2, x + (__proviso_nondet_int() == 9 ? 0 : 1));
  return 0;
}
