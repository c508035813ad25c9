// VIOLATED
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long); void __proviso_assume(int);
static unsigned char grid[2][3] = { { 1, 2 }, { 7 } };
static int sum(const unsigned char *p, int n) { int s = 0; while (n-- > 0) s += *p++; return s; }
int main(void) { if (sum(&grid[0][0], 6) == 10) __proviso_abort("one row after the other"); return 0; }
