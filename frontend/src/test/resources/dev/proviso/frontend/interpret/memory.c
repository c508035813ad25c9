// targets: lp64
// Pointers, unions and punning, arrays, strings, casts between pointers, offsets, copies.
int printf(const char *format, ...);
void *malloc(unsigned long);
void *calloc(unsigned long, unsigned long);
void *realloc(void *, unsigned long);
void free(void *);
void *memcpy(void *, const void *, unsigned long);
void *memmove(void *, const void *, unsigned long);
int memcmp(const void *, const void *, unsigned long);
unsigned long strlen(const char *);
char *strcpy(char *, const char *);
char *strchr(const char *, int);
int strcmp(const char *, const char *);

struct Node { struct Node *next; int value; };
union Pun { int i[2]; long l; double d; unsigned char b[8]; struct { short lo, hi; } s; };
struct __attribute__((packed)) Packed { char c; int i; short s; };
struct Aligned { char c; int i __attribute__((aligned(16))); };

static int grid[3][4];
static struct Node nodes[3] = { { &nodes[1], 1 }, { &nodes[2], 2 }, { 0, 3 } };

static struct Node *reversed(struct Node *list) {
  struct Node *done = 0;
  while (list) { struct Node *next = list->next; list->next = done; done = list; list = next; }
  return done;
}

#define CONTAINER(p, type, member) ((type *)((char *)(p) - __builtin_offsetof(type, member)))

int main(void) {
  int sum = 0;
  for (struct Node *n = reversed(nodes); n; n = n->next) sum = sum * 10 + n->value;
  printf("%d\n", sum);
  for (int i = 0; i < 12; i++) (&grid[0][0])[i] = i * i;
  int (*row)[4] = grid + 1;
  printf("%d %d %d %d\n", row[1][2], *(*(grid + 2) + 3), (int)(&grid[2][1] - &grid[0][3]), 2[grid[1]]);
  union Pun p;
  p.l = 0x1122334455667788l;
  printf("%x %x %d %x\n", p.i[0], p.i[1], p.b[7], p.s.hi);
  p.d = 1.0;
  p.b[7] |= 0x80;
  printf("%.1f %lx\n", p.d, (unsigned long)p.l);
  struct Packed k = { 1, 0x01020304, 5 };
  unsigned char *raw = (unsigned char *)&k;
  printf("%d %d %d %d %d\n", (int)sizeof k, raw[1], raw[4], raw[5], *(int *)(raw + 1) == k.i);
  printf("%d %d\n", (int)sizeof(struct Aligned), (int)_Alignof(struct Aligned));
  char *text = malloc(16);
  strcpy(text, "hello");
  text = realloc(text, 32);
  memmove(text + 2, text, 6);
  printf("%s %d %s\n", text, (int)strlen(text), strchr(text, 'l'));
  free(text);
  int *numbers = calloc(4, sizeof *numbers);
  numbers[2] = 9;
  int *last = &numbers[3];
  printf("%d %d %d %d\n", numbers[0], *(last - 1), (int)(last - numbers), last > numbers);
  free(numbers);
  struct Node a = { 0, 5 }, b;
  memcpy(&b, &a, sizeof a);
  printf("%d %d\n", b.value, memcmp(&a.value, &b.value, sizeof a.value));
  printf("%d\n", CONTAINER(&a.value, struct Node, value) == &a);
  long address = (long)&a;
  struct Node *again = (struct Node *)address;
  printf("%d %d\n", again->value, ((address ^ 0x5a5a) ^ 0x5a5a) == (long)again);
  void *generic = &b;
  ((struct Node *)generic)->value++;
  printf("%d\n", b.value);
  const char *s = "abc";
  char copy[] = "abc";
  printf("%d %d %d %c\n", strcmp(s, copy), s == copy, s[3], *(s + 1));
  while (*s) printf("%c.", *s++);
  printf("\n");
  int x = 1, y = 2, *px = &x, **ppx = &px;
  *ppx = &y;
  **ppx = 7;
  printf("%d %d %d\n", x, y, px == &y);
  unsigned u = 0xdeadbeef;
  unsigned short *halves = (unsigned short *)&u;
  halves[0] = 0x1234;
  printf("%x\n", u);
  _Bool flag = 1;
  *(unsigned char *)&flag = 0;
  printf("%d\n", flag);
  char buffer[sizeof(long) + 1] = { 0 };
  *(long *)(buffer + 1) = -2;
  printf("%d %d %d\n", buffer[0], buffer[1], buffer[8]);
  struct { int tag; union { int i; char c[4]; }; } v = { 1, { 0x41424344 } };
  printf("%c%c %d\n", v.c[0], v.c[3], v.tag);
  int flat[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } };
  int (*pf)[3] = flat;
  int total = 0;
  for (int *q = *pf; q < *pf + 6; q++) total += *q;
  printf("%d %d\n", total, (int)sizeof(*pf));
  struct Node chain[2] = { { chain + 1, 1 }, { chain, 2 } };
  printf("%d\n", chain->next->next->next->value);
  chain[0] = chain[1];
  printf("%d\n", chain[0].next == chain);
  return 0;
}
