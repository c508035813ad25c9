int n;
void g(void);
void f(int a) {
  if (a) g(); else if (n) ; else { n = 1; }
  while (a) { if (n) break; continue; }
  do g(); while (a);
  for (int i = 0; i < 3; i++) g();
  for (n = 0; ; ) g();
  for (;;) { goto out; }
  switch (a) { case 1: case 2: g(); break; case 'a' ... 'z': n = 2; default: ; }
  switch (a) case 3: case 4: g();
  switch (a) { case 0: if (n) case 1: g(); else g(); }
  { lonely: }
  out: again: g();
  if (a) inner: g();
  goto *(void *)0;
  asm("nop");
  __asm__ volatile ("add %1, %0" : "=r"(n), [x] "+m"(a) : "r"(a) : "memory", "cc");
  asm goto ("jmp %l0" :::: out);
  __label__ local;
  __attribute__((fallthrough));
  int deep(int b) { return b; }
  return;
}
int r(void) { return 1; }
