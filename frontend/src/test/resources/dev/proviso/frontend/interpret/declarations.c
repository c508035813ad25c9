// targets: lp64 ilp32
// Old definitions, tentative ones, names given twice, statics, tables of functions, variable arguments.
int printf(const char *format, ...);

int tentative; int tentative; extern int tentative; int tentative = 4; static int inner; static int inner; int sized[]; int sized[3] = {1, 2}; extern int later; int own[];
const char *text(n, f, c) int n; float f; char c; { static char b[8]; b[0] = n + '0'; b[1] = f == 1.5f ? 'f' : '?'; b[2] = c; return b; }
old(a, b) short a; { return a + b; }
int variableOf[2] = {10, 20}; extern int alias[2] __attribute__((alias("variableOf"))); static int hidden(int x) { return x + 1; } int shown(int x) __attribute__((alias("hidden")));
int weak(void) __attribute__((weak)); int weak(void) { return 8; } int weakVariable __attribute__((weak)) = 9;
extern int named(int) __asm__("real" "_name"); int real_name(int x) { return x * 7; } int renamed __asm__("other_name") = 6;
extern inline __attribute__((gnu_inline)) int external(void) { return 1; } int external(void) { return 1; } static inline int internal(void) { static int n; return ++n; }
static int counter(void) { static int n = 5; { static int n = 50; n++; } return n++; }
typedef int (*operation)(int, int); static int add(int a, int b) { return a + b; } static int sub(int a, int b) { return a - b; }
static const struct command { const char *name; operation run; int (*const *more)(int, int); } commands[] = {{"add", add}, {"sub", &sub}, {.run = *sub, .name = "again"}};
static operation choose(int i) { return i ? add : sub; } static int (*chooser(void))(int) { return hidden; }
static int apply(int f(int, int), int a[static 2]) { return f(a[0], a[1]); }
static int sum(int n, ...) { __builtin_va_list l, copy; int s = 0; __builtin_va_start(l, n); __builtin_va_copy(copy, l); for (int i = 0; i < n; i++) s += __builtin_va_arg(l, int); for (int i = 0; i < n; i++) s += 10 * __builtin_va_arg(copy, int); __builtin_va_end(l); __builtin_va_end(copy); return s; }
struct pair { int a, b; }; struct big { int v[20]; double d; };
static int pass(__builtin_va_list l) { return __builtin_va_arg(l, int); }
static double mixed(const char *kinds, ...) { __builtin_va_list l; double s = 0; __builtin_va_start(l, kinds); for (; *kinds; kinds++) switch (*kinds) { case 'i': s += __builtin_va_arg(l, int); break; case 'l': s += __builtin_va_arg(l, long long); break; case 'd': s += __builtin_va_arg(l, double); break; case 's': s += __builtin_va_arg(l, struct pair).b; break; case 'b': s += __builtin_va_arg(l, struct big).v[19]; break; case 'p': s += *__builtin_va_arg(l, int *); break; case 'v': s += pass(l); break; } __builtin_va_end(l); return s; }
static struct pair swap(struct pair p) { struct pair r = {p.b, p.a}; p.a = 100; return r; } static struct big grow(struct big b) { b.v[19] *= 2; b.d += 0.5; return b; }
static int (*table[2][2])(int, int) = {{add, sub}, {sub, add}};
int main(void) {
  printf("%d %d %d %d %d\n", tentative, inner, sized[1], (int)(sizeof sized / sizeof *sized), later);
  printf("%s %d\n", text(3, 1.5, 'c'), old(4, 5)); alias[1] += 5; printf("%d\n", variableOf[1]); printf("%d %d %d %d %d\n", shown(1), weak(), weakVariable, named(3), renamed);
  printf("%d ", internal()); printf("%d ", internal()); printf("%d ", counter()); printf("%d %d\n", counter(), external());
  for (int i = 0; i < 3; i++) printf("%s %d\n", commands[i].name, commands[i].run(7, 3));
  printf("%d %d %d %d\n", choose(1)(2, 3), (*choose(0))(2, 3), chooser()(9), apply(add, (int[]){5, 6})); printf("%d %d\n", table[1][0](9, 4), (***table[0])(1, 2));
  printf("%d\n", sum(4, 1, 2, 3, 4)); struct pair p = {1, 2}; struct big b = {.v = {[19] = 7}, .d = 1}; int x = 1000; printf("%.1f\n", mixed("ildsbpiv", 1, 2ll, 0.5, p, b, &x, 3, 40));
  p = swap(swap(swap(p))); printf("%d %d %d\n", p.a, p.b, swap(p).a); b = grow(grow(b)); printf("%d %.1f %d\n", b.v[19], b.d, grow(b).v[19]); struct big copies[2] = {b, b}; copies[1].v[19]++; b = copies[1]; printf("%d\n", b.v[19]);
  extern int later; int (*f)() = (int (*)())add; printf("%d %d\n", f(1, 2), later); undeclared(5); return 0;
}
int later = 77; undeclared(int x) { printf("%d\n", x); }
