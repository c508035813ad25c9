// VIOLATED
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long); void __proviso_assume(int);
int main(void) {
  int i = 0, n = __proviso_nondet_int();
  if (n < 0) return 0;
  while (i < n) i += 2;
  if (i != n) __proviso_abort("i is n");
  return 0;
}
