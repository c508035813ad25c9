int f(int, ...);
typedef struct { int m, n[4]; } T;
int g(int a, int *p, T *t, T u) {
  a = 1 + 2 * 3 - 4 / 5 % 6;
  a <<= 1; a >>= 2; a &= 3; a |= 4; a ^= 5; a += 6; a -= 7; a *= 8; a /= 9; a %= 10;
  a = a << 1 | a >> 2 & 3 ^ 4;
  a = a < 1 || a > 2 && a <= 3 || a >= 4 && a == 5 || a != 6;
  a = -a + +a + ~a + !a + *p + *&a;
  ++a; --a; a++; a--;
  a = p[2] + t->m + u.n[1] + (*t).m;
  a = a ? 1 : a ?: 2;
  a = (a, *p, 3);
  f(1, 'x', L'y', "s" "t", 1.5e3f, 0x1Fu, 5ull, 07);
  a = (int)1.5 + sizeof a + sizeof(int) + sizeof(a) + sizeof(T) + _Alignof(T) + __alignof__(a);
  t = &(T){ .m = 1 };
  a = ({ int b = a; b + 1; });
  a = _Generic(a, int: 1, char *: 2, default: 3);
  a = __builtin_offsetof(T, n[2]) + __builtin_types_compatible_p(int, T);
  void *l = &&here;
here:
  (f)(a); (T *)(p); a * *p;
  T * q;
  return ((a));
}
int v(__builtin_va_list ap) { return __builtin_va_arg(ap, T *)->m; }
