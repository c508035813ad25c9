// VIOLATED
void __proviso_abort(const char *); void *__proviso_external(void);
struct s { int value; };
/* What stands in one object that nobody has written to says nothing of another. */
int main(void) {
  struct s *p = (struct s *) __proviso_external();
  struct s *q = (struct s *) __proviso_external();
  if (p && q && p != q) {
    if (p->value != q->value) __proviso_abort("two values");
  }
  return 0;
}
