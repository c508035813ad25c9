#define _IRQL_requires_max_(x) __attribute__((sal_irql_requires_max(x)))
#define _Dispatch_type_(x) __attribute__((sal_dispatch_type(x)))
#define IRP_MJ_READ 0x03
typedef int DRIVER_DISPATCH(void *device, void *irp);
_Dispatch_type_(IRP_MJ_READ) DRIVER_DISPATCH Read;
_IRQL_requires_max_(2) _Dispatch_type_(4) int Write(void *device, void *irp) { return 0; }
int after(int) __attribute__((nonnull(1, 2), pure)) __asm__("renamed");
struct __attribute__((packed, aligned(4 * 2))) S { int a __attribute__((unused)), b; } __attribute__((deprecated("x y")));
static _Noreturn void stop(_IRQL_requires_max_(1) int code);
int __attribute__((first)) x __attribute__((second)), y __attribute__((third));
