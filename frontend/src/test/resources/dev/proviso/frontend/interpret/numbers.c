// targets: lp64 ilp32
// Floating point: NaN, infinities, both zeros, conversions; and builtins that compute.
int printf(const char *format, ...);
static double zero, one = 1; static float ff = 16777216.0f; static volatile double big = 1e308;
static void compare(double a, double b) { printf("%d%d%d%d%d%d%d%d\n", a < b, a <= b, a > b, a >= b, a == b, a != b, !(a < b), !a); }
static int less(int n, double x) { return n < x; }
int main(void) {
  double nan = zero / zero, inf = one / zero, minus = -zero; compare(nan, nan); compare(nan, 1); compare(inf, -inf); compare(zero, minus); compare(-1, nan); if (nan) printf("true\n"); while (nan < 1) printf("never\n");
  printf("%d %d %d\n", nan != nan, inf > 1e308, 1 / minus < 0); printf("%d %d\n", less(5, nan), less(5, inf)); printf("%g %g %g %g\n", inf, -inf, big * 10, -one / inf);
  printf("%.9g %.9g %.17g\n", ff + 1.0f, ff + 1.0, (double)0.1f); printf("%.9g %.9g\n", (float)0.1, (float)1e-46); printf("%d %d %d %d\n", (int)2.9f, (int)-2.9, (unsigned char)200.7, (short)-3.5f);
  printf("%lld %llu %lld\n", (long long)1e18, (unsigned long long)1e19, (long long)-0.9); printf("%.17g %.17g %.9g\n", (double)9223372036854775807ll, (double)18446744073709551615ull, (float)18446744073709551615ull); printf("%g %g\n", (double)(unsigned)-1, (double)-1);
  float f = 0.1f; f += 0.2; double d = f; printf("%.17g %d\n", d, f == 0.3f); f++; --d; printf("%.9g %.17g\n", f, d); int i = 7; i *= 1.5; i += 0.9; i -= 0.9; printf("%d\n", i); unsigned char c = 250; c += 1.9; printf("%d\n", c);
  printf("%d %d %d %d %d\n", __builtin_isnan(nan), __builtin_isinf(-inf) != 0, __builtin_isfinite(one), __builtin_isnormal(1e-310), __builtin_signbit(minus) != 0); printf("%g %g %d %d\n", __builtin_copysign(3.0, -0.0), __builtin_fabs(-2.5), __builtin_isless(1.0, nan), __builtin_isunordered(1.0, nan)); printf("%g %g\n", __builtin_huge_val(), -__builtin_inff());
  printf("%d %d %d %d %d %d\n", __builtin_clz(1), __builtin_ctz(8), __builtin_popcount(0xff0f), __builtin_ffs(0), __builtin_parity(7), __builtin_clrsb(-1)); printf("%d %d %d %d %d\n", __builtin_clzll(1), __builtin_ctzll(1ull << 40), __builtin_popcountll(-1), __builtin_ffsll(1ll << 50), __builtin_clrsbll(1));
  printf("%x %x %llx\n", __builtin_bswap16(0x1234), __builtin_bswap32(0x12345678), (unsigned long long)__builtin_bswap64(0x0102030405060708)); int r; unsigned ur; long long lr; signed char cr;
  printf("%d ", __builtin_add_overflow(2147483647, 1, &r)); printf("%d ", r); printf("%d ", __builtin_sub_overflow(1u, 2u, &ur)); printf("%u ", ur); printf("%d ", __builtin_mul_overflow(1ll << 40, 1ll << 30, &lr)); printf("%lld ", lr); printf("%d ", __builtin_add_overflow(100, 27, &cr)); printf("%d ", __builtin_add_overflow(100, 28, &cr)); printf("%d %d\n", cr, __builtin_add_overflow_p(1, 2, (char)0)); printf("%d ", __builtin_smull_overflow(3, 5, &(long){0})); printf("%d\n", __builtin_uadd_overflow(-1u, 1u, &ur));
  char buffer[10]; struct { int a; char b[6]; int c; } o; printf("%d %d %d %d\n", (int)__builtin_object_size(buffer, 0), (int)__builtin_object_size(buffer + 4, 0), (int)__builtin_object_size(&o.b[2], 1), (int)__builtin_object_size(&o.b[2], 0)); static char *unknown; printf("%d %d\n", (int)__builtin_object_size(unknown, 0), (int)__builtin_object_size(unknown, 2));
  printf("%d %d %d %d\n", __builtin_constant_p(3), __builtin_constant_p("x"), __builtin_constant_p(i), __builtin_constant_p(sizeof i)); printf("%d %d %d\n", __builtin_expect(i > 3, 1) != 0, __builtin_choose_expr(1, 5, "no"), __builtin_types_compatible_p(int, const int)); printf("%d %d %d %d\n", __builtin_classify_type(1), __builtin_classify_type(1.0), __builtin_classify_type(&i), __builtin_classify_type(o));
  char from[8] = "abcdefg"; __builtin_memcpy(buffer, from, 8); __builtin_memmove(buffer + 1, buffer, 4); __builtin_memset(buffer + 6, 'z', 1); printf("%s %d %d\n", buffer, (int)__builtin_strlen(buffer), __builtin_memcmp(from, buffer, 1)); printf("%s %d %d\n", __builtin_strchr(from, 'c'), __builtin_strcmp("a", "b") < 0, __builtin_abs(-4)); __builtin___memcpy_chk(buffer, "hey", 4, 10); __builtin_printf("%s %d\n", buffer, (int)((char *)__builtin_mempcpy(buffer, "12", 3) - buffer));
  int k = 0; __builtin_prefetch((k++, &k)); if (k == 2) __builtin_unreachable(); printf("%d ", k); printf("%d ", __builtin_expect(k, k++) != 0); printf("%d\n", k);
  return 0;
}
