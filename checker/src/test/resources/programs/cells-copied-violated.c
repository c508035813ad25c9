// VIOLATED
// A whole object, or bytes, are stored over a cell.
extern int __proviso_nondet_int(void);
extern void __proviso_abort(const char *);
extern void *memset(void *, int, unsigned long);
struct cell { int lock; int other; };
static struct cell a, b;
static void take(struct cell *p, struct cell *q) {
  p->lock = 1;
  while (__proviso_nondet_int()) {
    if (__proviso_nondet_int()) *q = b;
    if (__proviso_nondet_int()) memset(q, 0, sizeof *q);
  }
  if (p->lock != 1) __proviso_abort("overwritten");
}
int main(void) {
  take(&a, &a);
  return 0;
}
