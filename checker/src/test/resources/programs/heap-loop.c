// HOLDS
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long); void __proviso_assume(int);
struct s { int state; };
int main(void) {
  struct s *first = (struct s *) __proviso_new(sizeof *first);
  while (__proviso_nondet_int()) {
    struct s *p = (struct s *) __proviso_new(sizeof *p);
    if (p == first) __proviso_abort("fresh");
  }
  return 0;
}
