typedef unsigned __int64 ULONG64;
__int8 a; __int16 b; __int32 c; __int64 d = 5i64 + 0x7ui64;
__declspec(dllimport) int __stdcall imported(int *__ptr64 p, int __unaligned *q);
__forceinline int fast(void) { return 1; }
__declspec(noreturn) void die(void);
struct __declspec(align(8)) Aligned { struct { int x; }; };
#pragma pack(push, 1)
struct Packed { char c; int i; };
#pragma pack(pop)
__pragma(pack(2)) struct Two { char c; };
#pragma pack()
struct Loose { char c; };
void f(void) {
  __try { if (a) __leave; a = 1; } __except (a ? 1 : 0) { a = 2; }
  __try { a = 1; } __finally { a = 2; }
  try { leave; } finally { a = 2; }
  try { a = 1; } except (1) { int leave; leave; }
  __asm { mov eax, 1
    xor ebx, ebx }
  __asm mov eax, 2
  a = 3;
}
