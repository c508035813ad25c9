// Integer promotions, usual arithmetic conversions, types of constants, shifts: by ABI.
int printf(const char *format, ...);

#define T(x) _Generic((x), _Bool: "_Bool", char: "char", signed char: "schar", unsigned char: "uchar", short: "short", unsigned short: "ushort", int: "int", unsigned: "uint", long: "long", unsigned long: "ulong", long long: "llong", unsigned long long: "ullong", float: "float", double: "double", default: "other")

enum small { A, B };
static signed char sc = -1; static unsigned char uc = 255; static short s = -2; static unsigned short us = 65535;
static int i = -3; static unsigned u = 3000000000u; static long l = -4; static unsigned long ul = 5; static long long ll = -6; static unsigned long long ull = 7;
static _Bool b = 1; static float f = 1.5f; static double d = 2.5;

int main(void) {
  printf("%s %s %s %s %s %s\n", T(+b), T(+sc), T(+uc), T(~s), T(-us), T('a'));
  printf("%s %s %s %s %s %s\n", T(i + u), T(u + l), T(l + u), T(l + ul), T(ul + ll), T(ull + l));
  printf("%s %s %s %s %s %s\n", T(i + f), T(ull * f), T(f + d), T(d * 2), T(d + ull), T(f + 1));
  printf("%s %s %s %s %s %s\n", T(sc << l), T(us << 1), T(l << 1), T(u >> ll), T(sizeof i), T((char *)0 - (char *)0));
  printf("%s %s %s %s %s %s\n", T(2147483647), T(2147483648), T(0x7fffffff), T(0x80000000), T(0xffffffff), T(0x100000000));
  printf("%s %s %s %s %s %s\n", T(4294967295), T(1u), T(1l), T(1ul), T(1ll), T(1ull));
  printf("%s %s %s %s %s\n", T(2147483648u), T(4294967296u), T(0x8000000000000000), T(9223372036854775807), T(037777777777));
  printf("%s %s %s %s %s %s\n", T(1.0), T(1.0f), T(1e3), T(A), T(.5), T(0x1p3));
  printf("%s %s %s %s\n", T(1 ? sc : us), T(1 ? i : u), T(1 ? ll : d), T((1, sc)));
  printf("%d %d %d %d\n", sc == uc, -1 < 1u, -1 < us, sc < uc);
  printf("%d %d %d %d\n", i < u, l < u, ll < (long long)u, -1 < ul);
  printf("%u %d %d %d\n", (unsigned)sc, (unsigned char)300, (signed char)200, (short)70000);
  printf("%lld %llu %lld\n", (long long)u, (unsigned long long)i, (long long)(int)u);
  printf("%lld %lld\n", (long long)(u * u), (long long)(l * (int)u));
  printf("%d %d %d\n", us * us < 0, (unsigned char)(uc + 1), (unsigned short)(us << 3));
  printf("%d %d %u %lld\n", -16 >> 2, (int)0x80000000 >> 31, 0x80000000 >> 31, -1ll >> 40);
  printf("%lld %llu\n", 1ll << 40, 1ull << 63);
  printf("%d %d %d %d\n", (_Bool)0.3, (_Bool)256, (_Bool)&i, !!0.1f);
  printf("%d %d %d\n", (int)-2.9, (unsigned char)3.99, (int)1e9f);
  printf("%u %lld %llu\n", (unsigned)3e9, (long long)-9e18, (unsigned long long)1.8e19);
  printf("%.1f %.1f %.1f\n", (float)16777217, (double)9007199254740993ll, (float)ull);
  printf("%d %d %d\n", -7 / 2, -7 % 2, (int)(-7u % 2));
  sc += 200; uc -= 256; s *= 40000; us = -us; i = ll; b = 2; b += 255;
  printf("%d %d %d %d %d %d\n", sc, uc, s, us, i, b);
  sc = 127; sc++; uc = 0; uc--; b = 0; b--; b = ~b;
  printf("%d %d %d\n", sc, uc, b);
  i = 2147483647; i++; l = -1; l = (unsigned)l;
  printf("%d %lld\n", i, (long long)l);
  return 0;
}
