// targets: lp64
// GNU extensions and C11: statement expressions, typeof, _Generic, builtins, attributes, VLAs.
int printf(const char *format, ...);

#define MAX(a, b) ({ typeof(a) _a = (a); typeof(b) _b = (b); _a > _b ? _a : _b; })
#define KIND(x) _Generic((x), char: "char", int: "int", unsigned: "unsigned", long: "long", float: "float", double: "double", char *: "string", const char *: "constant", default: "other")

_Static_assert(sizeof(int) == 4, "int");
static int __attribute__((noinline, unused)) helper(int x) { return x; }
enum Colour { RED, GREEN = 5, BLUE, LAST = -1 };
typedef int Vector[3];
extern int aliased(int) __attribute__((alias("original")));
int original(int x) { return x * 3; }

static int cleaned;
static int sumOf(int n, int values[n]) { int s = 0; for (int i = 0; i < n; i++) s += values[i]; return s; }
static int matrix(int r, int c, int m[r][c]) { int s = 0; for (int i = 0; i < r; i++) s += m[i][c - 1]; return s; }

int main(void) {
  int x = 3;
  printf("%d ", MAX(x++, 2));
  printf("%d\n", x);
  printf("%s %s %s %s %s %s %s\n", KIND(x), KIND('a'), KIND(1u), KIND(1.0f), KIND("s"), KIND((char)1), KIND(&x));
  typeof(&x) p = &x;
  __auto_type d = 2.5;
  printf("%d %.1f\n", *p, d);
  printf("%d %d %d %d\n", RED, BLUE, LAST, (int)sizeof(enum Colour));
  printf("%d %d %d %d\n", __builtin_clz(1u), __builtin_ctz(8), __builtin_popcount(0xff0u), __builtin_ffs(0x10));
  printf("%d %d %d\n", __builtin_clzl(1ul), __builtin_ctzll(1ull << 40), __builtin_popcountl(-1l));
  printf("%d %d %d\n", __builtin_parity(7), __builtin_clrsb(-1), __builtin_ffsll(0));
  printf("%x %lx %x\n", __builtin_bswap32(0x11223344), __builtin_bswap64(0x1122334455667788ul), __builtin_bswap16(0x1234));
  int r;
  long lr;
  unsigned char cr;
  printf("%d ", __builtin_add_overflow(2147483647, 1, &r));
  printf("%d ", r);
  printf("%d ", __builtin_mul_overflow(1l << 40, 1l << 40, &lr));
  printf("%ld ", lr);
  printf("%d ", __builtin_sub_overflow(1, 2, &cr));
  printf("%d ", cr);
  printf("%d ", __builtin_add_overflow(5, -3, &cr));
  printf("%d\n", cr);
  printf("%d %d\n", __builtin_expect(x == 4, 1) ? 1 : 0, __builtin_constant_p(3));
  printf("%d %d %d\n", __builtin_isnan(0.0), __builtin_isinf(__builtin_inf()) != 0, __builtin_signbit(-1.0) != 0);
  printf("%d %d\n", __builtin_isless(1.0, 2.0), __builtin_isunordered(1.0, __builtin_nan("")));
  printf("%.1f %.1f\n", __builtin_fabs(-2.5), __builtin_huge_val() > 1e300 ? 1.0 : 0.0);
  Vector v = { 1, 2, 3 };
  printf("%d %d\n", sumOf(3, v), (int)sizeof(Vector));
  int n = 4;
  int m[2][n];
  for (int i = 0; i < 2; i++) for (int j = 0; j < n; j++) m[i][j] = i * 10 + j;
  printf("%d %d %d\n", matrix(2, n, m), (int)sizeof m, (int)sizeof m[0]);
  for (int k = 1; k < 4; k++) { char a[k]; a[k - 1] = k; printf("%d%d ", (int)sizeof a, a[k - 1]); }
  printf("\n%d %d\n", aliased(5), original(2));
  int *stack = __builtin_alloca(4 * sizeof(int));
  stack[3] = 8;
  printf("%d\n", stack[3]);
  printf("%s %d\n", __func__, (int)sizeof __func__);
  printf("%d\n", __sync_fetch_and_add(&x, 5));
  printf("%d ", __sync_bool_compare_and_swap(&x, 9, 1));
  printf("%d\n", x);
  int expected = 1, loaded;
  __atomic_store_n(&x, 12, 5);
  loaded = __atomic_load_n(&x, 5);
  printf("%d %d ", loaded, __atomic_exchange_n(&x, 3, 5));
  printf("%d\n", __atomic_add_fetch(&x, 1, 5));
  expected = 4;
  printf("%d ", __atomic_compare_exchange_n(&x, &expected, 20, 0, 5, 5));
  printf("%d\n", x);
  printf("%d ", __atomic_compare_exchange_n(&x, &expected, 21, 0, 5, 5));
  printf("%d\n", expected);
  _Alignas(16) char aligned[3];
  printf("%d %d\n", (int)_Alignof(int), (int)((unsigned long)aligned % 16));
  struct { char c; } __attribute__((__aligned__(96 - 32 / 8 * 4 / 2 - 24 + (9 % 5 << 0) - 4))) computed[2];
  printf("%d %d\n", (int)sizeof computed, (int)_Alignof(computed));
  if (x) goto skip;
  printf("skipped\n");
skip:
  printf("%d\n", __builtin_choose_expr(1, 4, "no"));
  printf("%d\n", __builtin_types_compatible_p(int, enum Colour) + 2 * __builtin_types_compatible_p(long, int));
  struct { int a; char b[]; } *flexible;
  printf("%d\n", (int)sizeof *flexible);
  const unsigned long long huge = 0xFFFFFFFFFFFFFFFFull;
  printf("%llu %d\n", huge, (int)(huge >> 60));
  return 0;
}
