// HOLDS
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long); void __proviso_assume(int);
static struct { int row[3]; int after; } grid = { { 1, 2 }, 7 };
static int sum(const int *p, int n) { int s = 0; while (n-- > 0) s += *p++; return s; }
int main(void) { sum(grid.row, 3); if (grid.after != 7) __proviso_abort("changed"); return 0; }
