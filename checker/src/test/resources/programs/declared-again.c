// VIOLATED
void __proviso_abort(const char *);
/* Jumping back over a declaration in its own block makes no new object. */
int dig(int n, int *q) {
  int x = n;
  int *p = 0;
  int t = 0;
again:;
  int y = 1;
  if (t == 0) {
    p = &y;
    t = 1;
    goto again;
  }
  *p = 7;
  if (y == 7 && n == 1) __proviso_abort("same");
  if (n > 0) return dig(n - 1, &x);
  return *q;
}
int main(void) { int a = 0; dig(1, &a); return 0; }
