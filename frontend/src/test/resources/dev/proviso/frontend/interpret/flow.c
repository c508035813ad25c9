// Control flow: switches into blocks, jumps in and out of blocks, labels as values, cleanups, longjmp.
int printf(const char *format, ...);
typedef long jmp_buf[64]; int setjmp(jmp_buf b) __attribute__((returns_twice)); void longjmp(jmp_buf b, int v) __attribute__((noreturn));

static void duff(char *to, const char *from, int count) {
  int n = (count + 7) / 8;
  switch (count % 8) { case 0: do { *to++ = *from++; case 7: *to++ = *from++; case 6: *to++ = *from++; case 5: *to++ = *from++; case 4: *to++ = *from++; case 3: *to++ = *from++; case 2: *to++ = *from++; case 1: *to++ = *from++; } while (--n > 0); }
}
static int ranges(int x) { switch (x) { case -5 ... -1: return 1; case 0: return 2; case 1 ... 9: if (x > 5) { case 50: return 3; } return 4; case 'e' ... 'z': return 5; default: return 6; } }
static int into(int x) { int r = 0; if (x) goto inside; for (int i = 0; i < 3; i++) { r += 10; inside: r++; if (x) return r; } return r; }
static int threaded(const char *code) {
  static const void *const table[] = {&&add, &&mul, &&end}; static const int relative[] = {&&add - &&add, &&mul - &&add, &&end - &&add}; int acc = 1;
  goto *table[*code++ - 'a'];
  add: acc += 3; goto *(&&add + relative[*code++ - 'a']);
  mul: acc *= 5; goto *table[*code++ - 'a'];
  end: return acc;
}
static void say(int *x) { printf("<%d>", *x); }
static int cleanups(int how) {
  int a __attribute__((cleanup(say))) = 1;
  again:;
  { int b __attribute__((cleanup(say))) = 2; if (how == 1) goto out; if (how == 2) { how = 3; goto again; } if (how == 4) return 40; }
  for (int c __attribute__((cleanup(say))) = 3; c < 5; c++) { int e __attribute__((cleanup(say))) = 10 + c; if (how == 5) break; if (how == 6) continue; }
  if (how == 7) { int d __attribute__((cleanup(say))) = 7; goto beside; { int e __attribute__((cleanup(say))) = 8; e++; beside:; } }
  inner: if (how == 3) { how = 0; goto inner; }
  out: return a;
}
static jmp_buf place; static int depth;
static void deep(int n) { if (n == 0) longjmp(place, 42); depth++; deep(n - 1); }
static int tryIt(void) { volatile int tries = 0; switch (setjmp(place)) { case 0: deep(3); return -1; case 42: tries++; if (tries < 2) longjmp(place, 0); return tries; case 1: return 100 + tries; default: return -2; } }
static int side; static int touch(int v) { side++; return v; }
static int vla(int n) { int sum = 0; for (int i = 1; i <= n; i++) { int a[i], b[i][2]; for (int j = 0; j < i; j++) { a[j] = j; b[j][1] = 2 * j; } sum += sizeof a / sizeof *a + a[i - 1] + b[i - 1][1] + sizeof b[0] / sizeof(int); } return sum; }
static int chars(int n) { char *p = __builtin_alloca(n); for (int i = 0; i < n; i++) p[i] = i; return p[n - 1]; }
static int nested(int n) { int r = ({ int t = 0; for (int i = 0; i < n; i++) { if (i == 2) continue; if (i == 5) break; t += i; } t; }); return r + ({ if (n > 3) goto quit; 1; }); quit: return -r; }
static int parameter(int a, int (*m)[a], int k[a++]) { return a * 100 + (int)(sizeof *m / sizeof(int)); }
int main(void) {
  char to[20] = {0}; duff(to, "abcdefghijklmnopqrs", 19); printf("%s\n", to);
  printf("%d%d%d%d%d%d%d%d\n", ranges(-3), ranges(0), ranges(3), ranges(7), ranges(50), ranges('q'), ranges(60), ranges(-6));
  printf("%d %d %d\n", into(0), into(1), threaded("abac"));
  for (int i = 0; i < 7; i++) printf(" %d\n", cleanups(i));
  printf("%d ", tryIt()); printf("%d\n", depth);
  int x = touch(0) && touch(1); x += touch(2) || touch(3); x += touch(0) ? touch(5) : touch(6); int y = touch(4) ?: touch(9); int z = (touch(1), touch(2), 3);
  printf("%d %d %d %d\n", x, y, z, side);
  printf("%d %d %d %d\n", vla(5), chars(100), nested(2), nested(6));
  int m[3][4], k[4]; printf("%d\n", parameter(4, m, k));
  int i = 0; do { if (i == 3) continue; if (i == 6) break; } while (i++ < 10); printf("%d\n", i);
  for (int a = 0, b = 10; a < b; a += 2, b--) i += a * b; printf("%d\n", i);
  unsigned long long big = 1ull << 40; switch (big) { case 1ull << 40: printf("big\n"); break; case 0: printf("zero\n"); }
  switch (3) { int unused; case 3: unused = 5; printf("%d\n", unused); }
  goto end; { int skipped = 1; printf("%d\n", skipped); } end: return 0;
}
