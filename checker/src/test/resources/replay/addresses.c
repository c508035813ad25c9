// Addresses as numbers, compared and taken apart, are the same to the solver and the interpreter.
void __proviso_abort(const char *message);
void *__proviso_new(unsigned long long size);

static int first, second;
static int same(int a) { return a; }
static int other(int a) { return a + 1; }

int main(void) {
  int local, later;
  char *one = __proviso_new(3);
  char *two = __proviso_new(70000);
  int (*function)(int) = &first < &second ? other : same;
  unsigned long long number = (unsigned long long)&local;
  int known = (number & 15) == 0 && two - one > 3 && &local != &later && (unsigned long long)two > number
      && (long)(number >> 4) != 0 && (int *)number == &local && one < two;
  if (known && function(4) == 5 && (unsigned char)(unsigned long long)&second == 0) __proviso_abort("as laid out");
  return 0;
}
