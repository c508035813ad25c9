// HOLDS
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long);
struct s { int state; struct s *next; };
/* Both pointers may be null where they are compared, neither where it is followed. */
int main(void) {
  struct s *p = 0, *q = 0;
  int rounds = 0;
  while (__proviso_nondet_int() && rounds < 3) {
    if (p) { p->state = rounds; }
    if (__proviso_nondet_int()) { p = (struct s *) __proviso_new(sizeof *p); p->state = 0; p->next = q; }
    if (q && p && q->next == p) { q->state = 7; }
    if (__proviso_nondet_int()) { q = p; }
    rounds++;
  }
  if (p == q && p && q->state != p->state) __proviso_abort("both");
  return 0;
}
