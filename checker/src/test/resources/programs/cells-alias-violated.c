// VIOLATED
// Two pointers that may be one: what is stored through the other counts.
extern int __proviso_nondet_int(void);
extern void __proviso_abort(const char *);
struct cell { int lock; struct cell *next; };
static struct cell a, b;
static void take(struct cell *p, struct cell *q) {
  p->lock = 1;
  while (__proviso_nondet_int()) q->lock = 0;
  if (p->lock != 1) __proviso_abort("taken away");
}
int main(void) {
  take(&a, __proviso_nondet_int() ? &a : &b);
  return 0;
}
