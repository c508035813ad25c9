// targets: lp64
// Floats and doubles: arithmetic, conversions, NaN, infinities, signed zeros, long double.
int printf(const char *format, ...);
double strtod(const char *, char **);

static volatile double zero = 0.0, one = 1.0, tenth = 0.1;
static volatile float third = 1.0f / 3;
static unsigned long bits(double d) { union { double d; unsigned long u; } p = { d }; return p.u; }
static unsigned fbits(float f) { union { float f; unsigned u; } p = { f }; return p.u; }

static float sums[3] = { 0.1f, 0.2f };

int main(void) {
  printf("%lx %lx %x\n", bits(tenth + 0.2), bits(tenth * 3), fbits(third));
  printf("%x %x %x\n", fbits(third * 3), fbits(third + tenth), fbits((float)(third + tenth)));
  double nan = zero / zero, inf = one / zero;
  printf("%d %d %d %d %d %d %d\n", nan == nan, nan != nan, nan < 1, nan > 1, !(nan <= 1), inf > 1e308, -inf < inf);
  printf("%d %d %d\n", nan ? 1 : 0, !nan, (_Bool)nan);
  printf("%f %f %f %g %e\n", inf, -inf, zero, -zero, nan != nan ? 1.0 : 2.0);
  printf("%lx %lx %d\n", bits(-zero), bits(zero * -1), -zero == zero);
  printf("%d %d %u %ld %lu\n", (int)3.99, (int)-3.99, (unsigned)3e9, (long)-1e15, (unsigned long)1.8e19);
  printf("%d %d %d\n", (signed char)-7.9, (unsigned char)200.5f, (short)1e4);
  printf("%.1f %.1f %.1f %.1f\n", (double)18446744073709551615ul, (double)(long)-1, (float)16777217, (double)(float)0xffffffffu);
  printf("%.17g %.9g\n", (double)9007199254740993l, (float)123456789);
  unsigned long big = 0x8000000000000401ul;
  printf("%lx %x %x\n", bits(big), fbits(big), fbits((long)(big >> 1)));
  printf("%lx %lx %lx\n", bits(5e-324), bits(1e-310 / 3), bits(1.7976931348623157e308 * 2));
  printf("%x %x %x\n", fbits(1e-45f), fbits(1e-46), fbits(3e38f * 10));
  printf("%d %d\n", 0.1f == 0.1, 0.5f == 0.5);
  printf("%lx %x\n", bits(0x1.8p3), fbits(0x1p-149f));
  float f = 16777216.0f;
  f += 1;
  printf("%.1f\n", f);
  f++;
  printf("%.1f\n", f + 1.0);
  int i = 7;
  i *= 1.5;
  i += 0.9;
  printf("%d\n", i);
  unsigned char c = 250;
  c += 3.7;
  printf("%d %d\n", c, (int)sizeof(c + 1.0f));
  printf("%d %d %d\n", (int)sizeof(1.0f * 2), (int)sizeof(1.0 * 2), (int)sizeof(1.0L));
  printf("%g %g %g %g %g\n", 100000.0, 1000000.0, 1e-4, 1e-5, 123456789.0);
  printf("%5.1f|%-8.2e|%+.0f|%010.3f|%#.0f|%G\n", 2.25, 12345.678, 2.5, -3.14159, 3.0, 1e-10);
  printf("%.0f %.0f %.0f %.0f\n", 0.5, 1.5, 2.5, 1e22);
  printf("%a %a %a %A\n", 1.0, 0.1, -2.5, 1e300);
  printf("%.3f %.15f %.20g\n", 2.0005, tenth, tenth);
  printf("%g %g %g\n", strtod("1.5e3x", 0), strtod("  -0x1p4", 0), strtod("inf", 0));
  long double l = 1.0L / 3;
  printf("%.20Lf %Lg %d\n", l, l * 3, l == 1.0 / 3);
  printf("%.18Lf %d\n", 0.1L + 0.2L, (int)(l * 10));
  l = 1e4000L;
  printf("%Lg %d %d\n", l, (double)l > 1e308, l * l > l);
  l = 18446744073709551615ul;
  printf("%.0Lf %lu %.1f\n", l, (unsigned long)l, (double)(l - 1));
  l = nan;
  printf("%d %d\n", l == l, l < 0);
  printf("%.2f %.2f\n", sums[0] + sums[1] + sums[2], -sums[0]);
  float g = 0.1f;
  printf("%x %x %x\n", fbits(g * g), fbits(g / 3), fbits(g - 0.1));
  printf("%d\n", (g > 0.1) + 2 * (g < 0.1f) + 4 * (g >= 0.1f));
  double sum = 0;
  for (int k = 1; k < 1000; k++) sum += 1.0 / k / k;
  printf("%.17g\n", sum);
  printf("%.6f %.6f\n", 1e15 + 0.3, -1e-7);
  __int128 w = (__int128)1e30;
  printf("%.1f %ld\n", (double)w, (long)(w >> 64));
  return 0;
}
