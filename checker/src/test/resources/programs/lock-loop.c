// HOLDS
int __proviso_nondet_int(void); void __proviso_abort(const char *); void *__proviso_new(unsigned long long); void __proviso_assume(int);
int lock;
void acquire(void) { if (lock) __proviso_abort("twice"); lock = 1; }
void release(void) { if (!lock) __proviso_abort("free"); lock = 0; }
int main(void) {
  int packets = 0, old;
  do {
    acquire();
    old = packets;
    if (__proviso_nondet_int()) { release(); packets++; }
  } while (packets != old);
  release();
  return 0;
}
