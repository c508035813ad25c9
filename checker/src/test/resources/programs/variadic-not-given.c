// VIOLATED
/* Nobody says what an argument is that was not given: not even that it is the one of the call before. */
extern void __proviso_abort(const char *);

static int first(int n, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, n);
  int value = __builtin_va_arg(list, int);
  __builtin_va_end(list);
  return value;
}

int main(void) {
  if (first(1, 5) == 5 && first(1) != 5)
    __proviso_abort("");
  return 0;
}
