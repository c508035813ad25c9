// HOLDS
/* What variable arguments are is known where they are taken. */
extern int __proviso_nondet_int(void);
extern void __proviso_abort(const char *);

static int lock;

static void set(int n, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, n);
  int *target = __builtin_va_arg(list, int *);
  *target = __builtin_va_arg(list, int);
  __builtin_va_end(list);
}

static int last(int first, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, first);
  int second = __builtin_va_arg(list, int);
  long long third = __builtin_va_arg(list, long long);
  __builtin_va_end(list);
  return third == 3000000000LL ? second : first;
}

static int mode(int flags, ...) {
  int found = 0;
  if (flags & 64) {
    __builtin_va_list list;
    __builtin_va_start(list, flags);
    found = __builtin_va_arg(list, int);
    __builtin_va_end(list);
  }
  return found;
}

int (*through)(int, ...) = last;

int main(void) {
  int other = 5;
  int given = __proviso_nondet_int();
  set(2, &lock, 1);
  set(2, &other, 7);
  if (lock != 1 || other != 7)
    __proviso_abort("set");
  if (last(4, given, 3000000000LL) != given)
    __proviso_abort("last");
  if (through(4, given, 3000000000LL) != given)
    __proviso_abort("through");
  while (__proviso_nondet_int()) {
    if (mode(64, 0644) != 0644)
      __proviso_abort("given");
    if (mode(2) != 0)
      __proviso_abort("not given");
  }
  return 0;
}
