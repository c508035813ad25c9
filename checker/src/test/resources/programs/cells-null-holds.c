// HOLDS
// What a null pointer would lead to is copied with it, and means nothing.
extern int __proviso_nondet_int(void);
extern void __proviso_abort(const char *);
struct cell { int lock; struct cell *next; };
static struct cell a;
static struct cell *first, *last;
int main(void) {
  struct cell *p = first, *q = p;
  last = p;
  while (__proviso_nondet_int()) {
    if (p == 0) { p = &a; p->lock = 1; q = p; }
    if (q->lock != 1 || p->lock != q->lock) __proviso_abort("not the same");
    if (__proviso_nondet_int()) { q = first; p = last; }
    if (p == 0) q = p;
  }
  return 0;
}
