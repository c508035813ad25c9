// A model that says an object is anything afterwards: those of its bytes that nobody looks at are.
void __proviso_abort(const char *message);
void __proviso_scramble(void *object, ...);
void *__proviso_new(unsigned long long size);

static unsigned char global[6];

int main(void) {
  unsigned char *heap = __proviso_new(6), *part = heap + 2;
  for (int i = 0; i < 6; i++) { heap[i] = i; global[i] = i; }
  __proviso_scramble(part);
  if (heap[0] == 50 && heap[5] == 55 && global[4] == 4) {
    heap[0] = 1;
    __proviso_scramble(heap);
    __proviso_scramble(global);
    if (heap[0] == 60 && heap[5] == 65 && global[4] == 70) __proviso_abort("all changed");
  }
  return 0;
}
