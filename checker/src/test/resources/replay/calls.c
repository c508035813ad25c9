// What calls leave open: arguments that are not there, results that are not given, values out of range.
void __proviso_abort(const char *message);
int __proviso_nondet_int(void);

struct pair { int left, right; };

static int sum(a, b, c) int a, b, c; { return a + b + c; }
static int maybe(int a) { if (a) return 1; }
static struct pair swap(struct pair p) { struct pair q = {p.right, p.left}; return q; }
static int shift(int by) { return 1 << by; }

int main(void) {
  struct pair p = {__proviso_nondet_int(), __proviso_nondet_int()};
  p = swap(p);
  int n = sum(1, 2);
  int m = maybe(0);
  if (n == 40 && m == 50 && p.left == 3 && p.right == 4 && shift(p.left + 40) == 1000) __proviso_abort("as it comes");
  return 0;
}
