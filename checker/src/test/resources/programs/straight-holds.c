// HOLDS
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long); void __proviso_assume(int);
int main(void) { int x = __proviso_nondet_int(); if (x > 3) { if (x < 2) __proviso_abort("never"); } return 0; }
