void acquire(void);
void release(void);
int more(void);

/* Its loop keeps it from being folded into its callers. */
static int drain(int count) {
  while (more()) {
    count = count + 1;
  }
  return count;
}

int main(void) {
  int left = 0;
  int before;
  do {
    acquire();
    before = left;
    left = drain(left);
    if (left != before) {
      release();
    }
  } while (left != before);
  release();
  return 0;
}
