// targets: lp64 ilp32
// Enumerations are as gcc has them: unsigned where no constant is negative, wider where they must be.
int printf(const char *format, ...);
#define T(x) _Generic((x), int: "int", unsigned: "uint", long: "long", unsigned long: "ulong", long long: "llong", unsigned long long: "ullong", long double: "ldouble", default: "other")
enum small { A, B }; enum negative { C = -1, C2 = 5 }; enum wide { D = 1u << 31, E = 7 }; enum huge { F = 1ll << 40 }; enum __attribute__((packed)) tiny { G = 200 };
enum late; struct uses { enum small s : 3; enum negative n : 4; };
static int inside(int x) {
  switch (x) { enum { P = 3, Q, R = Q + 5 }; int y; case P: return 1; case Q ... R: { enum { S = 2 }; switch (x) { case S + Q: return 2; } y = x; return y; } default: return -1; }
}
int main(void) {
  printf("%s %s %s %s %s\n", T(A), T(C), T(E), T((enum small)0), T((enum negative)0));
  printf("%d %d %d %d %d %d\n", (int)sizeof(enum small), (int)sizeof(enum wide), (int)sizeof(enum huge), (int)sizeof F, D > 0, (int)sizeof(enum tiny));
  printf("%d %d %d\n", (enum small)-1 > 0, (enum negative)-1 > 0, (enum wide)-1 > 0);
  struct uses u = {5, -3}; printf("%d %d %s\n", u.s, u.n, T(1.0L));
  for (enum small e = A; e <= B; e++) printf("%d", e); printf("\n");
  for (int i = 2; i < 12; i++) printf("%d ", inside(i)); printf("\n");
  return 0;
}
