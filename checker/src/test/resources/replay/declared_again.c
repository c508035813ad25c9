// Each time its declaration is passed, a local holds something else; its address says so where it is a new object.
void __proviso_abort(const char *message);

int main(void) {
  int sum = 0;
  for (int i = 0; i < 3; i++) {
    int once;
    int many[40];
    int *last = &many[i + 36];
    if (*last != once + i) return 0;
    many[i] = once;
    sum += *last * 10;
    *last = 0;
  }
  if (sum == 1230) __proviso_abort("three different numbers");
  return 0;
}
