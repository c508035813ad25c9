// HOLDS
void __proviso_abort(const char *); void *__proviso_external(void);
struct s { int value; };
/* What stands in an object that nobody has written to is the same by every name it has. */
int main(void) {
  struct s *p = (struct s *) __proviso_external();
  struct s *q = (struct s *) __proviso_external();
  if (p && q && p == q) {
    if (p->value != q->value) __proviso_abort("two values");
  }
  return 0;
}
