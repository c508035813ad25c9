// targets: llp64
// Microsoft's words. Exceptions come from calls, which the interpreter never lets raise one.
int printf(const char *format, ...);
#define T(x) _Generic((x), int: "int", unsigned: "uint", long: "long", unsigned long: "ulong", long long: "llong", unsigned long long: "ullong", short: "short", signed char: "schar", unsigned short: "ushort", default: "other")
typedef unsigned __int64 U64; typedef struct _ENTRY { struct _ENTRY *Flink, *Blink; } ENTRY, *PENTRY;
__declspec(noinline) static int __stdcall twice(int x) { return 2 * x; } static __forceinline int __cdecl thrice(int x) { return 3 * x; } typedef int(__fastcall *function)(int); int(__stdcall *pointer)(int) = twice;
static __declspec(align(16)) char buffer[20]; __declspec(selectany) int any = 5; static __declspec(thread) int local = 6;
#pragma pack(push, 1)
struct packed { char c; __int64 q; };
#pragma pack(push)
#pragma pack(4)
struct four { char c; __int64 q; };
#pragma pack(pop)
struct again { char c; short s; };
#pragma pack(pop)
__pragma(pack(push, 2)) struct two { char c; int i; }; __pragma(pack(pop))
struct plain { char c; short s; }; union { struct { int lo, hi; }; __int64 all; } large;
#pragma warning(disable : 4996)
#pragma region nothing
static int left(int how) { int r = 0; __try { r += 1; if (how == 1) __leave; r += 10; if (how == 2) return r; r += 100; } __finally { printf("<%d>", r); } return r + 1000; }
static int except(int how) { __try { if (how) return twice(how); printf("in "); } __except (1) { printf("never "); } return -1; }
static int nested(int n) { int i; for (i = 0; i < n; i++) { __try { __try { if (i == 1) continue; if (i == 3) break; } __finally { printf("a%d ", i); } } __finally { printf("b%d ", i); } } return i; }
static int jumps(void) { __try { goto out; } __finally { printf("f "); } out: return 7; }
static int __cdecl sum(int n, ...) { __builtin_va_list l; int s = 0; __builtin_va_start(l, n); while (n--) s += __builtin_va_arg(l, int); return s; }
int main(void) {
  printf("%s %s %s %s %s %s\n", T((__int8)1), T((__int16)1), T((__int32)1), T((__int64)1), T((U64)1), T(L'a')); printf("%s %s %s %s %s\n", T(5i64), T(5ui64), T(5ui8), T(5i16), T(0xffffffff)); printf("%s %s %s %s\n", T(5l), T(5ul), T(4294967296), T(sizeof 1));
  printf("%d %d %d %d\n", twice(4), thrice(4), pointer(5), ((function)thrice)(6)); printf("%d %d %d %d %d %d\n", (int)sizeof(struct packed), (int)sizeof(struct four), (int)sizeof(struct again), (int)sizeof(struct two), (int)sizeof(struct plain), (int)((U64)buffer & 15)); printf("%d %d %d\n", any, local, (int)sizeof(long));
  large.all = 0x100000002i64; printf("%d %d\n", large.lo, large.hi); for (int i = 0; i < 3; i++) printf(" %d\n", left(i)); printf("%d ", except(3)); printf("%d\n", except(0)); printf("%d\n", nested(5)); printf("%d\n", jumps());
  __assume(any == 5); enum { BIG = 0x80000000 }; printf("%d %d %d\n", BIG < 0, (int)sizeof(enum e { X = 1 }), sum(3, 1, 2, 3)); struct b { unsigned __int64 w : 40; } w = {5}; printf("%d %s\n", (w.w - 6) > 0, T(w.w + 0)); ENTRY head = {&head, &head}; printf("%d\n", head.Flink->Blink == &head); return 0;
}
