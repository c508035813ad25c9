// Where members stand, by ABI: alignment, packing, bit-fields, unions, arrays without a length.
typedef __SIZE_TYPE__ size_t;
int printf(const char *format, ...); void *malloc(size_t n); void free(void *p); static void clear(void *p, int n) { for (char *c = p; n > 0; n--) *c++ = 0; }
#define offsetof(t, m) __builtin_offsetof(t, m)

struct mixed { char c; double d; short s; long l; long long q; void *p; char e; };
struct inner { char a; int b; }; struct outer { char x; struct inner in[2]; char y; };
struct __attribute__((packed)) tight { char c; int i; short s; double d; };
struct halfTight { char c; int i __attribute__((packed)); double d; };
struct roomy { char c; int i __attribute__((aligned(16))); char d; } ; struct __attribute__((aligned(32))) wide { char c; };
struct bits { unsigned a : 3; unsigned b : 30; unsigned c : 1; int d : 5; };
struct zero { char a : 4; int : 0; char b : 4; }; struct unnamed { int a : 3; int : 7; int b : 5; };
struct sizes { char a : 3; short b : 9; int c : 17; long long d : 33; }; struct mix { char c; int x : 9; char d; int y : 20; short z : 12; };
struct __attribute__((packed)) tightBits { unsigned a : 7; unsigned b : 13; unsigned long long c : 41; char d; };
union u { char c[5]; int i; double d; struct { short lo, hi; }; }; union bitUnion { int a : 5; unsigned char b; };
struct flexible { int n; char tail[]; }; struct old { int n; short tail[0]; }; struct empty {};
struct anonymous { int a; union { int b; float f; struct { char lo[2]; char hi[2]; }; }; int z; };
#pragma pack(push, 2)
struct two { char c; double d; int i; };
#pragma pack(1)
struct one { char c; double d; int b1 : 5; int b2 : 30; };
#pragma pack(pop)
struct after { char c; int i; };
_Alignas(16) static char aligned[3]; struct al { _Alignas(8) char c; char d; };

static void bytes(const char *name, const void *p, int n) { const unsigned char *b = p; printf("%s", name); for (int i = 0; i < n; i++) printf(" %02x", b[i]); printf("\n"); }
#define SIZE(t) printf("%s %d %d\n", #t, (int)sizeof(t), (int)__alignof__(t))
struct largest { char c; long double d __attribute__((__aligned__(__alignof__(long double)))); _Bool b __attribute__((aligned(sizeof(_Bool)))); };
int main(void) {
  SIZE(struct mixed); SIZE(struct outer); SIZE(struct tight); SIZE(struct halfTight); SIZE(struct roomy); SIZE(struct wide); SIZE(struct bits); SIZE(struct zero); SIZE(struct unnamed);
  SIZE(struct sizes); SIZE(struct mix); SIZE(struct tightBits); SIZE(union u); SIZE(union bitUnion); SIZE(struct flexible); SIZE(struct old); SIZE(struct anonymous); SIZE(struct two); SIZE(struct one); SIZE(struct after); SIZE(struct al);
  printf("%d %d %d %d %d %d\n", (int)offsetof(struct mixed, d), (int)offsetof(struct mixed, s), (int)offsetof(struct mixed, l), (int)offsetof(struct mixed, q), (int)offsetof(struct mixed, p), (int)offsetof(struct mixed, e));
  printf("%d %d %d %d\n", (int)offsetof(struct outer, in[1].b), (int)offsetof(struct tight, d), (int)offsetof(struct halfTight, i), (int)offsetof(struct anonymous, hi[1]));
  printf("%d %d %d %d\n", (int)offsetof(struct flexible, tail), (int)offsetof(struct two, i), (int)sizeof(struct empty), (int)((size_t)aligned & 15));
  struct bits b; clear(&b, sizeof b); b.a = 5; b.b = 0x2aaaaaaa; b.c = 1; b.d = -3; bytes("bits", &b, sizeof b); printf("%d %d %d %d\n", b.a, b.b, b.c, b.d);
  struct sizes z; clear(&z, sizeof z); z.a = -1; z.b = -100; z.c = 0xabcd; z.d = -2; bytes("sizes", &z, sizeof z); printf("%d %d %d %lld\n", z.a, z.b, z.c, (long long)z.d);
  struct mix m; clear(&m, sizeof m); m.c = 1; m.x = -2; m.d = 3; m.y = 0x7ffff; m.z = -5; bytes("mix", &m, sizeof m); printf("%d %d %d %d %d\n", m.c, m.x, m.d, m.y, m.z);
  struct tightBits t; clear(&t, sizeof t); t.a = 100; t.b = 5000; t.c = 0x1ffffffffffull; t.d = 9; bytes("tightBits", &t, sizeof t); printf("%d %d %llx %d\n", t.a, t.b, (unsigned long long)t.c, t.d);
  struct zero e; clear(&e, sizeof e); e.a = 7; e.b = -1; bytes("zero", &e, sizeof e);
  struct one o; clear(&o, sizeof o); o.d = 1.5; o.b1 = -3; o.b2 = 12345; bytes("one", &o, sizeof o); printf("%d %d\n", o.b1, o.b2);
  struct tight q = {1, 0x01020304, 5, 2.0}; bytes("tight", &q, sizeof q); int *unaligned = &q.i; *unaligned += 1; printf("%x\n", q.i);
  union u v = {{0}}; v.i = 0x00410042; printf("%d %d %d\n", v.c[0], v.lo, v.hi); v.d = 1.0; printf("%x\n", v.i); v.c[3] = 0x7f; printf("%x\n", v.i);
  struct anonymous n = {.a = 1, .f = 1.0f, .z = 2}; n.lo[0] = 9; printf("%x %d\n", n.b, n.z);
  struct flexible *x = malloc(sizeof *x + 4); x->n = 4; for (int i = 0; i < 4; i++) x->tail[i] = 'a' + i; printf("%.*s\n", x->n, x->tail); free(x);
  b.a++; b.a += 3; b.d -= 20; printf("%d %d\n", b.a, b.d); printf("%d %d\n", (b.a = 9), (b.d = 17) + 1); struct bits c = b; printf("%d\n", c.b == b.b);
  union { float f; unsigned u; } pun = {.f = -2.5f}; printf("%x\n", pun.u); long long big = 0x1122334455667788; printf("%x %x\n", *(int *)&big, ((unsigned char *)&big)[7]);
  printf("%d %d\n", (int)(offsetof(struct largest, d) == __alignof__(long double)), (int)(offsetof(struct largest, b) - offsetof(struct largest, d) == sizeof(long double)));
  return 0;
}
