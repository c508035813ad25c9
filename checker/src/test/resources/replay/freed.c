// What was freed keeps its space, and what it held; nobody else gets it.
void __proviso_abort(const char *message);
void *__proviso_new(unsigned long long size);
void __proviso_free(void *object);

int main(void) {
  int *a = __proviso_new(4);
  *a = 3;
  __proviso_free(a);
  int *b = __proviso_new(4);
  *b = 4;
  if (a != b && *a == 3) __proviso_abort("after its end"); // note: after it was freed
  return 0;
}
