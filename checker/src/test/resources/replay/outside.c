// Beside its object memory is a space of its own, which keeps what is written.
void __proviso_abort(const char *message);
int __proviso_nondet_int(void);
void *__proviso_new(unsigned long long size);

static int table[4];

int main(void) {
  int i = __proviso_nondet_int();
  int *heap = __proviso_new(8);
  int before = heap[i]; // note: 4 bytes at offset 12 of the object of 8 bytes
  heap[i] = 6; // note: are written here
  table[i + 2] = 8; // note: 4 bytes at offset 20 of the variable `table`, which has 16, are written here
  if (i == 3 && before == 4 && heap[3] == 6 && table[i + 2] == 8 && table[i] == 0 && table[i + 3] == 0)
    __proviso_abort("out there");
  return 0;
}
