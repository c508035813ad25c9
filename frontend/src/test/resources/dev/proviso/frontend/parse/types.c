_Bool a; signed char b; char c; unsigned char d; short int e; unsigned short f; unsigned g; long unsigned int h;
long long i; unsigned long long int j; float k; double l; long double m; __int128 n; unsigned __int128 o;
_Complex double p; float _Complex q; _Float16 r; _Float32 s; __float128 t; _Float128 u; __uint128_t v;
typeof(a) w; __typeof__(int *) x; _Atomic int y; _Atomic(int) z; int *_Atomic const aa;
_Alignas(16) char bb; _Alignas(double) char cc; _Thread_local int dd; static __thread int ee;
__signed__ int ff; __const int gg; void *hh(__builtin_va_list);
