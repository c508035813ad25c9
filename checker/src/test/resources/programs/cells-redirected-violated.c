// VIOLATED
// The way to a cell leads to another one when a pointer on it changes.
extern int __proviso_nondet_int(void);
extern void __proviso_abort(const char *);
struct inner { int flag; };
struct outer { struct inner *in; };
static struct inner yes = {1}, no;
static void change(struct outer *o) { while (__proviso_nondet_int()) o->in = &no; }
int main(void) {
  struct outer o;
  struct outer *p = &o;
  p->in = &yes;
  if (p->in->flag != 1) __proviso_abort("not initialised");
  change(p);
  if (p->in->flag == 0) __proviso_abort("another one");
  return 0;
}
