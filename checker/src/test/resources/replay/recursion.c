// Each activation has objects of its own, an argument among them, which the caller's still see.
void __proviso_abort(const char *message);
int __proviso_nondet_int(void);

static int add(int *to, int depth, int given) {
  int mine;
  int before = mine;
  int *mineToo = &mine;
  int *argument = &given;
  if (depth == 0) { *to += 1; return *to; }
  *mineToo = depth;
  add(argument, depth - 1, given + 10);
  *to += *argument + mine;
  return before;
}

int main(void) {
  int start = __proviso_nondet_int();
  int got = add(&start, 3, 5);
  if (start == 100 && got == 7) __proviso_abort("after four activations");
  return 0;
}
