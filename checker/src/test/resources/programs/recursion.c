// HOLDS
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long); void __proviso_assume(int);
int depth;
void walk(int n) { if (n > 0 && depth < 1000) { depth++; walk(n - 1); depth--; } }
int main(void) { walk(__proviso_nondet_int()); if (depth != 0) __proviso_abort("unbalanced"); return 0; }
