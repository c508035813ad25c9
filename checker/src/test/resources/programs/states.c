// HOLDS
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long); void __proviso_assume(int);
int main(void) {
  int s = 0, flag = 0;
  while (1) {
    switch (s) {
    case 0: s = 1; flag = 0; break;
    case 1: if (__proviso_nondet_int()) { s = 2; flag = 1; } else s = 0; break;
    case 2: if (!flag) __proviso_abort("flag"); s = 3; break;
    case 3: flag = 0; s = 0; break;
    default: __proviso_abort("no such state");
    }
  }
}
