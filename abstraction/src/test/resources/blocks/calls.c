int total;

static int doubled(int n) {
  return n + n;
}

static void stop(void) {
  __builtin_unreachable();
}

static int sum(int n) {
  return n ? n + sum(n - 1) : 0;
}

static void add(int n) {
  total = total + doubled(n);
  if (total < 0) {
    stop();
  }
}

int main(void) {
  int i = 0;
  while (i < 10) {
    add(i);
    i = i + 1;
  }
  total = sum(total);
  return total;
}
