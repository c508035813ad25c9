// targets: lp64
// Bit-fields: layout, sign, promotion, assignment values, straddling, packed, in unions.
int printf(const char *format, ...);
void *memset(void *, int, unsigned long);

struct A { int a : 3; unsigned b : 5; int c : 8; unsigned d : 1; _Bool e : 1; long f : 40; };
struct B { unsigned char a : 4; unsigned char b : 6; unsigned short c : 9; int : 0; int d : 2; };
struct __attribute__((packed)) P { char x; unsigned a : 7; unsigned b : 20; unsigned long c : 37; char y; };
union U { struct { unsigned low : 4, high : 4; } n; unsigned char byte; };
struct W { unsigned long w : 33; long s : 31; unsigned long long x : 64; };
struct S { signed int v : 1; unsigned u : 32; unsigned long z : 32; };

static struct A initial = { -1, 31, -128, 1, 1, -1l };
static struct { int x : 4, y : 4; } array[3] = { { 1, 2 }, { .y = -3 }, { 7, -8 } };

static void bytes(const void *p, int n) {
  const unsigned char *c = p;
  for (int i = 0; i < n; i++) printf("%02x", c[i]);
  printf("\n");
}

static void chosen(int yes) {
  struct { unsigned a : 3; int b : 5; unsigned short e : 9; unsigned w : 32; } s = { 5, -2, 500, 7 };
  int minus = -1;
  printf("%d %d %d\n", (yes ? minus : s.a) < 3, (yes ? minus : (unsigned char)3) < s.a, minus < (yes ? (0, s.a) : 1));
  printf("%lld %lld %lld\n", (long long)(yes ? s.b : s.a), (long long)-(yes ? s.a : s.e), (long long)(yes ? minus : s.w));
  printf("%lld %d\n", (long long)(s.a ?: s.a) - 6, (int)sizeof(yes ? s.e : s.e));
}

int main(void) {
  printf("%d %d %d %d %d\n", (int)sizeof(struct A), (int)sizeof(struct B), (int)sizeof(struct P), (int)sizeof(union U), (int)sizeof(struct W));
  printf("%d %u %d %u %d %ld\n", initial.a, initial.b, initial.c, initial.d, initial.e, (long)initial.f);
  struct A a;
  memset(&a, 0, sizeof a);
  a.a = 5;
  a.b = 37;
  a.c = 200;
  a.d = 3;
  a.e = 4;
  a.f = 0x123456789abl;
  bytes(&a, sizeof a);
  printf("%d %u %d %u %d %lx\n", a.a, a.b, a.c, a.d, a.e, (long)a.f);
  printf("%d\n", a.a = 7);
  printf("%d\n", a.a++);
  printf("%d\n", ++a.a);
  printf("%d\n", a.b -= 6);
  printf("%d\n", (a.b = 40) > 8);
  printf("%d %d\n", a.b - 20 < 0, (int)sizeof(a.b + 1u));
  struct B b;
  memset(&b, 0xff, sizeof b);
  b.a = 0; b.b = 1; b.c = 2; b.d = 1;
  bytes(&b, sizeof b);
  struct P p;
  memset(&p, 0, sizeof p);
  p.x = 1; p.a = 0x55; p.b = 0xabcde; p.c = 0x1f00ff00ful; p.y = 2;
  bytes(&p, sizeof p);
  printf("%x %x %lx\n", p.a, p.b, (unsigned long)p.c);
  p.c -= 1;
  bytes(&p, sizeof p);
  union U u;
  u.byte = 0xa5;
  printf("%u %u\n", u.n.low, u.n.high);
  u.n.high = 3;
  printf("%x\n", u.byte);
  struct W w = { 0x1ffffffffu, -1, ~0ull };
  printf("%d %d %d\n", w.w > 0, w.s < 0, w.x > 0);
  printf("%lx %ld %d\n", (unsigned long)w.w, (long)w.s, (int)(w.s < 0));
  struct S s = { 1, -1, -1 };
  printf("%d %d %d %d\n", s.v, s.u > 0, s.z > -1, s.v == -1);
  for (int i = 0; i < 3; i++) printf("%d,%d ", array[i].x, array[i].y);
  printf("\n");
  struct A *q = &a;
  q->c = -3;
  q->c *= 50;
  printf("%d\n", q->c);
  q->c >>= 2;
  printf("%d %d\n", q->c, q->c < 0u);
  struct A copy = *q;
  copy.b = 0;
  printf("%u %u\n", q->b, copy.b);
  chosen(1);
  return 0;
}
