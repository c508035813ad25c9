// targets: lp64
// Control flow: Duff's device, goto into and out of blocks, computed goto, ranges, short circuit, order.
int printf(const char *format, ...);

static int trace(int n) { printf("<%d>", n); return n; }

static void duff(char *to, const char *from, int count) {
  int n = (count + 3) / 4;
  switch (count % 4) {
  case 0: do { *to++ = *from++;
  case 3: *to++ = *from++;
  case 2: *to++ = *from++;
  case 1: *to++ = *from++;
    } while (--n > 0);
  }
}

static int run(const unsigned char *code) {
  static const void *labels[] = { &&add, &&mul, &&jump, &&end };
  int acc = 1;
  goto *labels[*code];
add: acc += *++code; code++; goto *labels[*code];
mul: acc *= *++code; code++; goto *labels[*code];
jump: code += 2; goto *labels[*code];
end: return acc;
}

static const char *kind(long v) {
  switch (v) {
  case -5 ... -1: return "negative";
  case 0: return "zero";
  case 1 ... 9: return "digit";
  case 0x100000000: return "big";
  default: return "other";
  }
}

static int into(int n) {
  int sum = 0;
  if (n > 5) goto middle;
  for (int i = 0; i < n; i++) {
    sum += i;
    if (0) {
    middle:
      sum += 100;
      i = 0;
      n = 2;
    }
  }
  return sum;
}

static int nested(void) {
  int count = 0;
  for (int i = 0; i < 5; i++) {
    for (int j = 0; ; j++) {
      if (j == 3) break;
      if (i == 2) continue;
      if (i == 4) goto out;
      switch (j) { case 1: continue; case 2: count += 10; break; }
      count++;
    }
  }
out:
  return count;
}

static int side;
static int bump(void) { return ++side; }

int main(void) {
  char to[8] = "", from[8] = "duffdev";
  duff(to, from, 7);
  printf("%s\n", to);
  unsigned char code[] = { 0, 4, 1, 3, 2, 9, 0, 1, 3 };
  printf("%d\n", run(code));
  printf("%s %s %s %s %s\n", kind(-3), kind(0), kind(9), kind(4294967296), kind(77));
  printf("%d %d %d\n", into(4), into(7), nested());
  trace(1) && trace(0) && trace(2);
  trace(0) || trace(3) || trace(4);
  int chosen = trace(5) ? trace(6) : trace(7), omitted = trace(0) ?: trace(8);
  printf("\n%d %d\n", chosen, omitted);
  int a[4] = { 0 }, i = 0;
  a[i++] = i;
  a[i] = i++ + 10;
  i = i++ + 1;
  printf("%d\n", i > 0);
  int x = (trace(1), trace(2));
  x += ({ int t = x * 2; trace(t); t + 1; });
  printf("\n%d\n", x);
  do { x--; if (x == 3) continue; if (x == 1) break; } while (x);
  printf("%d\n", x);
  for (;;) { if (bump() > 5) break; }
  while (bump() < 9) ;
  printf("%d\n", side);
  int k = 3;
  switch (k) { int hidden; default: hidden = 2; printf("%d\n", hidden); case 1: printf("one\n"); break; case 2: printf("two\n"); }
  switch (2) { if (0) { case 2: printf("inside\n"); } }
  unsigned char c = 200;
  switch (c) { case 200: printf("c200\n"); break; case -56: printf("neg\n"); }
  switch (k = 5, k + 1) { case 6: printf("six\n"); }
  goto forward;
back:
  printf("back\n");
  return k;
forward:
  if (k == 5) goto back;
  return 1;
}
