// HOLDS
// Each activation works on an object of its own, or on its caller's.
extern int __proviso_nondet_int(void);
extern void __proviso_abort(const char *);
struct cell { int depth; };
static void visit(struct cell *up, int again) {
  struct cell mine;
  if (up->depth != 1) __proviso_abort("the caller's was changed");
  mine.depth = 1;
  if (again) visit(__proviso_nondet_int() ? up : &mine, __proviso_nondet_int());
  while (__proviso_nondet_int()) { }
  if (mine.depth != 1 || up->depth != 1) __proviso_abort("changed");
}
int main(void) {
  struct cell first;
  first.depth = 1;
  visit(&first, 1);
  return 0;
}
