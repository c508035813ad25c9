// HOLDS
int __proviso_nondet_int(void); void __proviso_abort(const char *);
struct s { unsigned char a, b; };
int state;
int walk(int depth, struct s v) {
  if (depth <= 0) return 0;
  state = 1;
  walk(depth - 1, v);
  state = 0;
  return 1;
}
int main(void) {
  struct s local = { 1, 2 };
  local.b = __proviso_nondet_int() & 3;
  walk(local.b, local);
  if (state != 0) __proviso_abort("state");
  return 0;
}
