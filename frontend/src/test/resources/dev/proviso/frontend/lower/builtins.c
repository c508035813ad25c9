typedef unsigned long size_t;
int counter, flag;
struct big { int a[100]; };
void *memcpy(void *, const void *, size_t);

int atomics(int *p) {
  int old = __sync_fetch_and_add(p, 2);
  int now = __atomic_add_fetch(&counter, old, 5);
  __atomic_store_n(p, 1, 0);
  if (__sync_bool_compare_and_swap(&flag, 0, 1))
    return __atomic_load_n(p, 0);
  __sync_synchronize();
  return __atomic_exchange_n(p, 3, 0) + now;
}

unsigned swap(unsigned x) { return __builtin_bswap32(x); }
int overflow(int a, int b, int *r) { return __builtin_add_overflow(a, b, r); }
int count(unsigned x) { return __builtin_popcount(x); }
int expect(int x) { return __builtin_expect(x > 1, 0) ? __builtin_constant_p(x) : 7; }
void copies(struct big *a, struct big *b, char *c, size_t n) {
  memcpy(a, b, sizeof *a);
  __builtin_memcpy(c, a, n);
}
int variadic(int n, ...) {
  __builtin_va_list ap;
  __builtin_va_start(ap, n);
  int x = __builtin_va_arg(ap, int);
  __builtin_va_end(ap);
  return x;
}
int assembler(int *p) {
  int out;
  __asm__ volatile("mov %1, %0" : "=r"(out) : "r"(p) : "memory");
  return out;
}
void never(int x) {
  if (x)
    __builtin_unreachable();
  counter = x;
}
int first(unsigned short x) { return __builtin_ffs(x); }
unsigned long length(const char *s) { return __builtin_strlen(s) + strlen(s); }
int nand(int *p) { return __sync_fetch_and_nand(p, 1); }
int lost(int x) { return __builtin_bitreverse32(x); }
void *here(void) { return __builtin_extract_return_addr(__builtin_return_address(0)); }
