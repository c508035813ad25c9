// VIOLATED
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long); void __proviso_assume(int);
struct s { int locked; struct s *next; };
int main(void) {
  struct s a, b; struct s *p = __proviso_nondet_int() ? &a : &b;
  a.locked = 0; b.locked = 0; a.next = &b; b.next = &b;
  p->locked = 1;
  if (p->next->locked) __proviso_abort("other");
  return 0;
}
