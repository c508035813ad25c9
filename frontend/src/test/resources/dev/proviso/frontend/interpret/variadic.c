// SPDX-License-Identifier: Apache-2.0
/* Variable arguments: who hands them over, and who takes them. */
int printf(const char *format, ...);
int vsnprintf(char *, __SIZE_TYPE__, const char *, __builtin_va_list);

static int sum(int n, ...) {
  __builtin_va_list list;
  int all = 0;
  __builtin_va_start(list, n);
  while (n--) all += __builtin_va_arg(list, int);
  __builtin_va_end(list);
  return all;
}

/* Asks for its arguments late, after calls of the same function. */
static int late(int depth, ...) {
  int below = depth ? late(depth - 1, 10 * depth, depth) : 0;
  below += sum(2, depth, depth);
  __builtin_va_list list;
  __builtin_va_start(list, depth);
  int first = __builtin_va_arg(list, int), second = __builtin_va_arg(list, int);
  __builtin_va_end(list);
  return 3 * below + first + 100 * second;
}

/* Takes none of what it is handed, though it could. */
static int ignoring(int n, ...) { return n; }

/* Asks only sometimes, so it is sometimes given nothing. */
static int optional(int flag, ...) {
  if (!flag) return -1;
  __builtin_va_list list;
  __builtin_va_start(list, flag);
  long long v = __builtin_va_arg(list, long long);
  __builtin_va_end(list);
  return (int)(v >> 32);
}

/* Starts twice. */
static int twice(int n, ...) {
  int all = 0;
  for (int round = 1; round <= 10; round *= 10) {
    __builtin_va_list list;
    __builtin_va_start(list, n);
    for (int i = 0; i < n; i++) all += round * __builtin_va_arg(list, int);
    __builtin_va_end(list);
  }
  return all;
}

static char text[64];
static const char *format(const char *f, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, f);
  vsnprintf(text, sizeof text, f, list);
  __builtin_va_end(list);
  return text;
}

struct three { char c[3]; };
static int bytes(int n, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, n);
  int all = 0;
  for (int i = 0; i < n; i++) {
    struct three t = __builtin_va_arg(list, struct three);
    double d = __builtin_va_arg(list, double);
    all = 10 * all + t.c[0] + 2 * t.c[2] + (int)d;
  }
  __builtin_va_end(list);
  return all;
}

static int step(__builtin_va_list *list) { return __builtin_va_arg(*list, int); }
static int stepped(int n, ...) {
  __builtin_va_list list;
  __builtin_va_start(list, n);
  int all = 0;
  while (n--) all = 10 * all + step(&list);
  __builtin_va_end(list);
  return all;
}

int (*through)(int, ...) = sum;
int (*shown)(const char *, ...) = printf;

int main(void) {
  printf("%d %d\n", sum(0), sum(3, 1, 2, 3));
  printf("%d\n", sum(2, sum(1, 4), sum(2, 5, 6)));
  printf("%d\n", late(3, 7, 8));
  printf("%d %d\n", through(2, 20, 22), ignoring(5, 1, 2));
  through = ignoring;
  printf("%d\n", through(1, 99));
  through = optional;
  printf("%d %d\n", through(0), through(1, 42LL << 32));
  shown("%s %d\n", format("<%d|%s|%.2f>", 1, "two", 3.5), 4);
  printf("%d\n", twice(3, 1, 2, 3));
  struct three a = {{1, 2, 3}}, b = {{4, 5, 6}};
  printf("%d\n", bytes(2, a, 1.5, b, 2.5));
  printf("%d\n", stepped(4, 1, 2, 3, 4));
  for (int i = 0; i < 3; i++) printf("%d ", sum(i, i, i + 1));
  short s = -3; unsigned char u = 200; float f = 0.5f;
  printf("%d %s\n", sum(2, s, u), format("%.1f", f));
  return 0;
}
