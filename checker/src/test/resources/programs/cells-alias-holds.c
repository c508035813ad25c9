// HOLDS
// Two pointers that may be one, but what is stored through either is the same.
extern int __proviso_nondet_int(void);
extern void __proviso_abort(const char *);
struct cell { int lock; struct cell *next; };
static struct cell a, b;
static void take(struct cell *p, struct cell *q) {
  p->lock = 1;
  q->lock = 1;
  while (__proviso_nondet_int()) {
    if (__proviso_nondet_int()) { struct cell *t = p; p = q; q = t; }
  }
  if (p->lock != 1 || q->lock != 1) __proviso_abort("not taken");
}
int main(void) {
  take(&a, __proviso_nondet_int() ? &a : &b);
  return 0;
}
