struct point { int x, y; };
struct line { struct point from, to; char name[4]; union { int i; char c; } u; };
enum colour { RED, GREEN = 5, BLUE };

int table[] = { [2] = BLUE, GREEN, [0] = 1 };
struct line lines[2] = { { 1, 2, { .y = 3 }, "ab" }, [1].to.x = 4, 5, [1].u.c = 6 };
const char *names[] = { "one", "two", "one" };
char text[] = "hey";
int *where = &lines[1].to.y, (*operation)(int);
int twice(int x) { return 2 * x; }
static int (*const operations[])(int) = { twice, &twice };
long address = (long)&table[1];
extern int late[];
int useLate(void) { return late[1]; }
int late[3];
extern int elsewhere;
int useElsewhere(void) { return elsewhere; }

void locals(int v) {
  struct line l = { .to = { v, 7 }, .name = "z" };
  struct point copy = l.to, *p = &copy;
  int rest[3] = { v };
  union { long long big; char small; } u = { .small = 1 };
  char filled[200] = "";
}
