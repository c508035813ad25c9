// VIOLATED
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long); void __proviso_assume(int);
int held;
void walk(int n) { if (n == 0) { held = 1; return; } if (n > 0) walk(n - 1); }
int main(void) { walk(__proviso_nondet_int() & 3); if (held) __proviso_abort("held"); return 0; }
