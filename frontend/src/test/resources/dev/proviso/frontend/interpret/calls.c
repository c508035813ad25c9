// targets: lp64
// Varargs, struct parameters and results, function pointers, K&R, recursion, inline, static locals.
int printf(const char *format, ...);
int vsnprintf(char *, unsigned long, const char *, __builtin_va_list);

struct Small { char a; short b; };
struct Big { long v[5]; double d; };
struct Mixed { float f; int i; };

static double total(const char *kinds, ...) {
  __builtin_va_list list, copy;
  double sum = 0;
  __builtin_va_start(list, kinds);
  __builtin_va_copy(copy, list);
  for (; *kinds; kinds++) {
    switch (*kinds) {
    case 'i': sum += __builtin_va_arg(list, int); break;
    case 'l': sum += __builtin_va_arg(list, long); break;
    case 'd': sum += __builtin_va_arg(list, double); break;
    case 's': { struct Small s = __builtin_va_arg(list, struct Small); sum += s.a + s.b; break; }
    case 'b': sum += __builtin_va_arg(list, struct Big).v[4]; break;
    case 'p': sum += *__builtin_va_arg(list, int *); break;
    case 'x': sum += (double)__builtin_va_arg(list, long double); break;
    case 'm': sum += __builtin_va_arg(list, struct Mixed).i; break;
    }
  }
  __builtin_va_end(list);
  sum += 1000 * __builtin_va_arg(copy, int);
  __builtin_va_end(copy);
  return sum;
}

static int through(__builtin_va_list list) { return __builtin_va_arg(list, int); }
static int pass(int n, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, n);
  int first = through(list), second = through(list);
  __builtin_va_end(list);
  return first * 10 + second;
}
static int format(char *to, const char *f, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, f);
  int n = vsnprintf(to, 64, f, list);
  __builtin_va_end(list);
  return n;
}

static int old(a, b, c) char a; float b; short *c; { return a + (int)b + *c; }
static struct Big grow(struct Big b, int k) { b.v[k] += k; b.d *= 2; return b; }
static struct Small swap(struct Small s) { struct Small t = { s.b, s.a }; return t; }
static int add(int a, int b) { return a + b; }
static int mul(int a, int b) { return a * b; }
static int (*choose(int k))(int, int) { return k ? mul : add; }
static int apply(int f(int, int), int a, int b) { return f(a, b) + (*f)(a, b) + (**f)(a, b); }
static unsigned ackermann(unsigned m, unsigned n) { return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1)); }
static int isOdd(unsigned n);
static int isEven(unsigned n) { return n == 0 || isOdd(n - 1); }
static int isOdd(unsigned n) { return n != 0 && isEven(n - 1); }
static int calls(void) { static int n = 10; return n++; }
static inline unsigned char narrow(int x) { return x; }
static _Bool truth(int x) { return x; }
static float half(double x) { return x / 2; }
static void nothing(void) {}
static int deep(int n) { int here = n; int *p = &here; return n == 0 ? 0 : *p - (n - 1) + deep(n - 1); }

int main(int argc, char **argv) {
  struct Big big = { { 1, 2, 3, 4, 5 }, 1.5 };
  struct Small small = { 3, 40 };
  struct Mixed mixed = { 1.0f, 7 };
  int seven = 7;
  printf("%.3f\n", total("ilds", 1, 2l, 3.5, small));
  printf("%.3f\n", total("isbpxmd", 5, small, big, &seven, 2.25L, mixed, (double)1.5f));
  printf("%d\n", pass(2, 4, 6));
  char text[64];
  int length = format(text, "%5d|%-6s|%08.3f|%c|%lx|%+d|%%", 42, "ab", 3.14159, 'z', 255l, 5);
  printf("%d %s\n", length, text);
  short s = 30;
  printf("%d\n", old(1, 2.7, &s));
  struct Big grown = grow(big, 2);
  printf("%ld %ld %.2f %ld\n", grown.v[2], big.v[2], grown.d, grow(grow(big, 1), 1).v[1]);
  printf("%d %d\n", swap(small).a, swap(swap(small)).b);
  printf("%d %d %d\n", choose(0)(3, 4), choose(1)(3, 4), apply(mul, 5, 6));
  printf("%u %d %d\n", ackermann(2, 3), isEven(101), isOdd(77));
  calls();
  printf("%d %d\n", calls(), narrow(300));
  printf("%d %d %.2f\n", truth(256), truth(0), half(3));
  int (*table[])(int, int) = { add, mul, add };
  int sum = 0;
  for (int i = 0; i < 3; i++) sum = table[i](sum, i + 2);
  printf("%d %d\n", sum, choose(1) == mul);
  printf("%d\n", deep(20000));
  nothing();
  printf("%d %d\n", argc, argv[argc] == 0);
  return narrow(-1) & 0x7f;
}
