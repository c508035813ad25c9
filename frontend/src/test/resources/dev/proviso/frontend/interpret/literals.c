// Strings and characters and their types, constants of all sorts, compound literals, designators.
int printf(const char *format, ...); int memcmp(const void *a, const void *b, __SIZE_TYPE__ n);
typedef __WCHAR_TYPE__ wchar;
#define LEN(s) ((int)(sizeof(s) / sizeof((s)[0])))
static const char joined[] = "a\x41" "B" "\101" "\0" "1"; static const wchar wide[] = L"w\u00e9" "x"; static char full[3] = "abc"; static char rest[6] = "de"; static const char *const words[] = {"one", "two", [4] = "five"};
struct in { int a, b; }; union u { int i; char c[4]; float f; }; struct s { struct in x; int y; union u u; int z[4]; };
static struct s g1 = {.x.b = 5, .x = {1}, .z = {[1] = 4, [1] = 0, [0 ... 2] = 7, [1] = 0}}; static union u g2 = {.i = 0x01020304, .c = {9}}; static struct s g3 = {.u.i = 3, .u.f = 0.0f, .y = 2, .y = 0};
static char st[2][4] = {[0] = "abc", [0] = {'z'}, [1][0] = 'q', [1] = "x"}; static int *pointer = (int[]){1, 2, 3}; static struct in *ins = &(struct in){.b = 4}; static double zeros[2] = {-0.0}; static int matrix[][3] = {1, 2, 3, 4}; static struct { struct in p[2]; int q; } flat = {1, 2, 3, 4, 5};
static int *inside = &matrix[1][2]; static char *mid = &full[1] + 1; static long distance = &matrix[1][0] - &matrix[0][0]; static int folded = sizeof(struct s) > 8 ? 3 * 4 : 1 / 1;
int main(void) {
  printf("%d %d %d %d %d\n", LEN(joined), LEN(wide), LEN(full), LEN("a" "b"), LEN(u8"\u20ac")); for (int i = 0; i < LEN(joined); i++) printf("%d ", joined[i]); for (int i = 0; i < LEN(wide); i++) printf("%d ", (int)wide[i]); printf("\n");
  printf("%d %d %d %d %d %d\n", 'a', '\n', '\377', '\x80', 'ab', '\''); printf("%d %d %d %d\n", (int)sizeof 'a', (int)sizeof L'a', L'\xff', (int)sizeof(u"xy")); printf("%d %d %d\n", (int)U"\U0001F600"[0], (int)u"\U0001F600"[1], (unsigned char)"\u00e9"[0]);
  printf("%d %d %d %d %s\n", full[2], rest[1], rest[2], rest[5], words[4]); printf("%d %d\n", words[2] == 0, (int)(sizeof words / sizeof *words));
  printf("%d %d %d %d %d %d\n", g1.x.a, g1.x.b, g1.z[0], g1.z[1], g1.z[2], g1.z[3]); printf("%x %d %d\n", g2.i, g3.u.i, g3.y); printf("%d %d %d %d\n", st[0][0], st[0][1], st[1][0], st[1][1]);
  struct s l1 = {.x.b = 5, .x = {1}, .z = {[1] = 4, [1] = 0, [0 ... 2] = 7, [1] = 0}}; union u l2 = {.i = 0x01020304, .c = {9}}; printf("%d %d %d %d %x\n", l1.x.a, l1.x.b, l1.z[1], l1.z[2], l2.i); struct s l3 = {.y = 1, {{2}}, {3, 4}}; printf("%d %d %d %d\n", l3.y, l3.u.i, l3.z[0], l3.z[1]);
  struct { int c; union { int l; } m; int d; } w = {.m = 3, 4}; struct { struct { int c; union { int l; long long ll; } m; } r; } q = {.r = {.m = 1}}; printf("%d %d %d %d %d\n", w.c, w.m.l, w.d, q.r.c, q.r.m.l);
  printf("%d %d %d %d %g %d\n", pointer[2], ins->a, ins->b, *inside, zeros[0], matrix[1][1]); printf("%d %d %d %c %ld %d\n", flat.p[1].b, flat.q, LEN(matrix), *mid, distance, folded);
  for (int i = 0; i < 3; i++) { int *fresh = (int[2]){i}; fresh[1]++; printf("%d%d ", fresh[0], fresh[1]); } printf("%d\n", ((struct in){1, 2}).b + (struct in){.a = 5}.a);
  int arr[] = {[3] = 1, 2, [0] = 5, 6}, scalar = {3}, *pa = arr; printf("%d %d %d %d %d\n", LEN(arr), arr[1], arr[4], scalar, *(pa + 3)); char local[] = {"text"}; char cut[] = {'n', 'o'}; printf("%d %d\n", LEN(local), LEN(cut));
  printf("%d %d %d %d %d\n", 0x1F, 017, 0b101, 1, 100u > 99l);
  printf("%g %g %g %g %g\n", 1e3, .5, 0x1p-2, 0x1.8p1f, 12.f); printf("%d %d %d\n", 0.1 == 0.1f, 16777217.0f == 16777216.0f, 1e400 > 1e308);
  long double x = 0x1.0p-500L; x *= 0x1.0p-400L; printf("%d %d %d\n", x == 0x1.0p-900L, (long double)0.1 == 0.1L, 1.0L + 0x1p-52L > 1.0L); printf("%d\n", memcmp(&zeros[0], &zeros[1], sizeof(double)) != 0);
  return 0;
}
