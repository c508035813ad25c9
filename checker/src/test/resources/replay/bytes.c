// Bytes are copied and filled, in numbers that nobody knows beforehand.
void __proviso_abort(const char *message);
unsigned char __proviso_nondet_uchar(void);
void *memcpy(void *to, const void *from, unsigned long long size);
void *memset(void *to, int value, unsigned long long size);

static unsigned char from[8], to[8];

int main(void) {
  unsigned char size = __proviso_nondet_uchar(), filled = __proviso_nondet_uchar();
  unsigned char *middle = to + (size & 2);
  for (int i = 0; i < 8; i++) from[i] = 'a' + i;
  memset(to, 'x', filled);
  memcpy(middle, from, size);
  if (to[1] == 'x' && to[2] == 'a' && to[4] == 'c' && to[5] == 'x' && to[6] == 0) __proviso_abort("three bytes");
  return 0;
}
