typedef unsigned char KIRQL;
typedef long NTSTATUS;
typedef NTSTATUS DRIVER_DISPATCH(void *device, void *irp);
__attribute__((sal_dispatch_type(0x03))) DRIVER_DISPATCH Read;
void KeReleaseSpinLock(void *lock, KIRQL old);
void Raise(void);
int __proviso_nondet_int(void);
void __proviso_assume(int c);
void __proviso_abort(const char *message);
void *__proviso_external(void);
void *__proviso_new(unsigned long long size);
void *memset(void *, int, unsigned long long);
struct context { int a; struct context *next; };
int guarded;

NTSTATUS Read(void *device, void *irp) {
  KIRQL old;
  KeReleaseSpinLock(irp, &old);
  __try {
    Raise();
    if (irp)
      __leave;
    guarded = 1;
  } __except (1) {
    guarded = 2;
  }
  __try {
    if (device)
      return 3;
    guarded = 4;
  } __finally {
    guarded = 5;
  }
  return -1L;
}

void intrinsics(void) {
  struct context *c = (struct context *)__proviso_external();
  struct context *n = __proviso_new(sizeof *n);
  struct context local;
  memset(&local, 0, sizeof local);
  __proviso_assume(__proviso_nondet_int() > 3);
  __analysis_assume(c != 0);
  if (c->a == 'Tag1')
    __proviso_abort("$1 is wrong");
  memset(n, 0, sizeof *n);
}
