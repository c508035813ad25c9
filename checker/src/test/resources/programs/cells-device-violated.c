// VIOLATED
// A device keeps nothing that is stored in it.
extern int __proviso_nondet_int(void);
extern void __proviso_abort(const char *);
int main(void) {
  int *port = (int *)0x3f8;
  *port = 5;
  while (__proviso_nondet_int()) { }
  if (*port != 5) __proviso_abort("not what was stored");
  return 0;
}
