// HOLDS
int __proviso_nondet_int(void); void __proviso_abort(const char *);
struct s { unsigned char a, b; };
int walk(int depth, struct s v) {
  if (v.b > 3) __proviso_abort("changed on the way");
  if (depth <= 0) return 0;
  v.a++;
  return walk(depth - 1, v);
}
int main(void) {
  struct s local = { 1, 2 };
  local.b = __proviso_nondet_int() & 3;
  walk(2, local);
  return 0;
}
