// UNKNOWN main could not be read: assembler text that may write any memory at lost-entry.c:6:3
void __proviso_abort(const char *);
int g;
int main(void) {
  g = 2;
  __asm__ volatile("call f" ::: "memory");
  if (g != 2) __proviso_abort("written by the assembler text");
  return 0;
}
