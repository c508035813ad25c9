// HOLDS
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long); void __proviso_assume(int);
int same(int n) { int i = 0; while (i < n) i++; return i < n ? 0 : n; }
int main(void) { int a = __proviso_nondet_int(); int b = same(a); if (a != b) __proviso_abort("differs"); return 0; }
