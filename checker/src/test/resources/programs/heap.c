// HOLDS
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long); void __proviso_assume(int);
struct s { int state; };
int main(void) {
  struct s *p = (struct s *) __proviso_new(sizeof *p), *q = (struct s *) __proviso_new(sizeof *q);
  p->state = 1; q->state = 2;
  if (p == q) __proviso_abort("distinct");
  if (p->state != 1) __proviso_abort("state");
  return 0;
}
