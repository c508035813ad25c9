// Pointers to functions, chosen among known ones.
void __proviso_abort(const char *message);
int __proviso_nondet_int(void);

static int twice(int a) { return a * 2; }
static int square(int a) { return a * a; }
static int (*table[])(int) = {twice, square};
struct operations { int (*apply)(int); int argument; };

static int run(struct operations o) { return o.apply(o.argument); }

int main(void) {
  struct operations o = {table[__proviso_nondet_int() & 1], __proviso_nondet_int()};
  if (o.argument > 3 && run(o) == 49) __proviso_abort("a square");
  return 0;
}
