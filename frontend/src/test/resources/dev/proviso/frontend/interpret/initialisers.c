// targets: lp64
// Initialisers: designated, nested, brace elision, rests, strings, compound literals, flexible members, ranges.
int printf(const char *format, ...);

struct Point { int x, y; };
struct Line { struct Point from, to; const char *name; };
struct Nest { int a[2][3]; struct { char c; short s; } in[2]; union { int i; float f; } u; };
struct Flex { int n; short data[]; };

static struct Line line = { 1, 2, { .y = 4 }, "abc" };
static struct Nest nest = { { 1, 2, 3, 4 }, .in[1].s = 9, .u.f = 1.5f };
static int ranges[] = { [2 ... 4] = 7, 8, [1] = 3 };
static char text[] = "hello" " world", fixed[4] = "abcd", padded[8] = "xy";
static struct Flex flex = { 3, { 10, 20, 30 } };
static int *pointer = &nest.a[1][1];
static const char *names[] = { [2] = "two", "three", [0] = "zero" };
static struct Point points[] = { { 1, 2 }, 3, 4, { .y = 6 }, [5] = { 7 } };
static int (*functions[2])(const char *, ...) = { printf };
static long difference = &nest.a[1][2] - &nest.a[0][0];
static struct Point *literal = &(struct Point){ 11, 12 };
static int *array = (int[]){ 5, 6, 7 };
static int matrix[][2] = { 1, 2, 3 };

/* GNU: compound literals as initial values of static objects and of arrays. */
static struct Line copied = (struct Line){ .from = { 1 }, .to.y = 9, .name = "copied" };
static struct Point overridden[] = { { 1, 2 }, (struct Point){ .y = 3 }, (struct Point){ 5, 6 }, [0].y = 4, [2] = (struct Point){ 7 } };
static int limits(int which) {
  static struct Line inside = { .to = (struct Point){ .x = 5 }, .name = "inside" };
  static int numbers[] = (int[]){ 7, 8, 9 };
  inside.to.x++;
  return inside.to.x + numbers[which] + (int)(sizeof numbers / sizeof *numbers);
}

static struct Line made(int k) {
  return (struct Line){ .to = { k, k + 1 }, .name = "made" };
}

int main(void) {
  printf("%d %d %d %d %s\n", line.from.x, line.from.y, line.to.x, line.to.y, line.name);
  for (int i = 0; i < 2; i++) for (int j = 0; j < 3; j++) printf("%d ", nest.a[i][j]);
  printf("%d %d %d %d %d\n", nest.in[0].c, nest.in[0].s, nest.in[1].c, nest.in[1].s, nest.u.i);
  for (unsigned i = 0; i < sizeof ranges / sizeof *ranges; i++) printf("%d ", ranges[i]);
  printf("\n%s %d %.4s %s %d\n", text, (int)sizeof text, fixed, padded, padded[7]);
  printf("%d %d %d %d\n", flex.n, flex.data[0], flex.data[2], (int)sizeof flex);
  printf("%d %s %s %d %d\n", *pointer, names[0], names[3], names[1] == 0, (int)(sizeof names / sizeof *names));
  for (unsigned i = 0; i < sizeof points / sizeof *points; i++) printf("(%d %d)", points[i].x, points[i].y);
  functions[0]("\n%ld %d %d %d\n", difference, literal->y, array[2], functions[1] == 0);
  printf("%d %d\n", (int)sizeof matrix, matrix[1][1]);
  printf("%d %d %d %d %s\n", copied.from.x, copied.from.y, copied.to.x, copied.to.y, copied.name);
  printf("%d %d %d %d %d\n", overridden[0].x, overridden[0].y, overridden[1].x, overridden[1].y, (int)sizeof overridden);
  printf("%d ", limits(1));
  printf("%d %d %d\n", limits(2), overridden[2].x, overridden[2].y);
  int k = 3;
  struct Line l = { .from = { k, k * 2 }, { 5 }, .name = "local" };
  struct Line m = { made(k).to, l.from };
  printf("%d %d %d %d %s %d %d %d\n", l.from.x, l.from.y, l.to.x, l.to.y, l.name, m.from.x, m.to.y, m.name == 0);
  int autos[6] = { k, [3] = k + 1, k + 2 };
  for (int i = 0; i < 6; i++) printf("%d ", autos[i]);
  char c[] = { 'a', 'b', 0 }, *s = (char[]){ "literal" };
  printf("%s %s %d\n", c, s, (int)sizeof((char[]){ "literal" }));
  for (int i = 0; i < 3; i++) {
    struct Point *p = &(struct Point){ i };
    p->y += i;
    printf("%d%d ", p->x, p->y);
  }
  printf("%d\n", made(8).to.y);
  struct { struct { int x, y; }; int z; } anonymous_like = { .y = 4, .z = 1 };
  printf("%d %d %d\n", anonymous_like.x, anonymous_like.y, anonymous_like.z);
  union { unsigned char b[4]; unsigned u; } pun = { .u = 0x01020304 };
  printf("%d %d\n", pun.b[0], pun.b[3]);
  static int counter = 5;
  struct Point swap = { 1, 2 };
  swap = (struct Point){ swap.y, swap.x };
  printf("%d %d %d\n", swap.x, swap.y, counter++);
  struct Point twice[2] = { swap, { .x = twice[0].x } };
  printf("%d %d\n", twice[0].x, twice[1].y);
  int vla[k * 2];
  vla[k] = 4;
  printf("%d %d\n", vla[3], (int)sizeof vla);
  return 0;
}
