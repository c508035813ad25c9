/* SPDX-License-Identifier: Apache-2.0 */
/* ISO C 7.12: mathematics. What is a matter of rounding is exact; of the rest only what is certain is said. */
#include <math.h>
#include <proviso.h>

/* Numbers from here on have nothing behind the point. */
#define WHOLE_DOUBLE 4503599627370496.0
#define WHOLE_FLOAT 8388608.0f

double copysign(double x, double y) {
  double magnitude = __builtin_fabs(x);
  return __builtin_signbit(y) ? -magnitude : magnitude;
}

float copysignf(float x, float y) {
  float magnitude = __builtin_fabsf(x);
  return __builtin_signbit(y) ? -magnitude : magnitude;
}

double fabs(double x) {
  return __builtin_fabs(x);
}

float fabsf(float x) {
  return __builtin_fabsf(x);
}

double trunc(double x) {
  return __builtin_fabs(x) < WHOLE_DOUBLE ? copysign((double)(long long)x, x) : x;
}

float truncf(float x) {
  return __builtin_fabsf(x) < WHOLE_FLOAT ? copysignf((float)(int)x, x) : x;
}

double floor(double x) {
  double whole = trunc(x);
  return whole > x ? whole - 1 : whole;
}

float floorf(float x) {
  float whole = truncf(x);
  return whole > x ? whole - 1 : whole;
}

double ceil(double x) {
  double whole = trunc(x);
  return whole < x ? copysign(whole + 1, x) : whole;
}

float ceilf(float x) {
  float whole = truncf(x);
  return whole < x ? copysignf(whole + 1, x) : whole;
}

/* Halves go away from zero. */
double round(double x) {
  double whole = trunc(x);
  return __builtin_fabs(x - whole) >= 0.5 ? whole + copysign(1, x) : whole;
}

float roundf(float x) {
  float whole = truncf(x);
  return __builtin_fabsf(x - whole) >= 0.5f ? whole + copysignf(1, x) : whole;
}

/* To the nearest, halves to the even one: as sums of large numbers are rounded. */
double rint(double x) {
  if (!(__builtin_fabs(x) < WHOLE_DOUBLE)) {
    return x;
  }
  return copysign(__builtin_fabs(x) + WHOLE_DOUBLE - WHOLE_DOUBLE, x);
}

float rintf(float x) {
  if (!(__builtin_fabsf(x) < WHOLE_FLOAT)) {
    return x;
  }
  return copysignf(__builtin_fabsf(x) + WHOLE_FLOAT - WHOLE_FLOAT, x);
}

double nearbyint(double x) {
  return rint(x);
}

float nearbyintf(float x) {
  return rintf(x);
}

long lrint(double x) {
  return (long)rint(x);
}

long lround(double x) {
  return (long)round(x);
}

double fmin(double x, double y) {
  return x != x || y < x ? y : x;
}

float fminf(float x, float y) {
  return x != x || y < x ? y : x;
}

double fmax(double x, double y) {
  return x != x || x < y ? y : x;
}

float fmaxf(float x, float y) {
  return x != x || x < y ? y : x;
}

double fdim(double x, double y) {
  return x <= y ? 0 : x - y;
}

float fdimf(float x, float y) {
  return x <= y ? 0 : x - y;
}

double modf(double x, double *whole) {
  *whole = trunc(x);
  return __builtin_isinf(x) ? copysign(0, x) : copysign(x - *whole, x);
}

/* The remainder has the sign of x and is smaller than y. */
double fmod(double x, double y) {
  double rest;
  if (x != x || y != y || __builtin_isinf(x) || y == 0) {
    return NAN;
  }
  if (__builtin_fabs(x) < __builtin_fabs(y)) {
    return x;
  }
  rest = __proviso_inexact_double();
  __proviso_assume(0 <= rest && rest < __builtin_fabs(y) && rest <= __builtin_fabs(x));
  return copysign(rest, x);
}

float fmodf(float x, float y) {
  float rest;
  if (x != x || y != y || __builtin_isinf(x) || y == 0) {
    return NAN;
  }
  if (__builtin_fabsf(x) < __builtin_fabsf(y)) {
    return x;
  }
  rest = __proviso_inexact_float();
  __proviso_assume(0 <= rest && rest < __builtin_fabsf(y) && rest <= __builtin_fabsf(x));
  return copysignf(rest, x);
}

/* A root is on the same side of 1 as the number is, and nearer to it. */
double sqrt(double x) {
  double root;
  if (x != x || x < 0) {
    return NAN;
  }
  if (x == 0 || x == 1 || __builtin_isinf(x)) {
    return x;
  }
  root = __proviso_inexact_double();
  __proviso_assume(x < 1 ? x <= root && root <= 1 : 1 <= root && root <= x);
  return root;
}

float sqrtf(float x) {
  float root;
  if (x != x || x < 0) {
    return NAN;
  }
  if (x == 0 || x == 1 || __builtin_isinf(x)) {
    return x;
  }
  root = __proviso_inexact_float();
  __proviso_assume(x < 1 ? x <= root && root <= 1 : 1 <= root && root <= x);
  return root;
}

/* What glibc's macros call. */
int __isnan(double x) {
  return __builtin_isnan(x);
}

int __isnanf(float x) {
  return __builtin_isnan(x);
}

int __isinf(double x) {
  return __builtin_isinf_sign(x);
}

int __isinff(float x) {
  return __builtin_isinf_sign(x);
}

int __finite(double x) {
  return __builtin_isfinite(x);
}

int __finitef(float x) {
  return __builtin_isfinite(x);
}

int __signbit(double x) {
  return __builtin_signbit(x);
}

int __signbitf(float x) {
  return __builtin_signbit(x);
}

/* FP_NAN 0, FP_INFINITE 1, FP_ZERO 2, FP_SUBNORMAL 3, FP_NORMAL 4, as glibc numbers them. */
int __fpclassify(double x) {
  return __builtin_fpclassify(0, 1, 4, 3, 2, x);
}

int __fpclassifyf(float x) {
  return __builtin_fpclassify(0, 1, 4, 3, 2, x);
}

/* Nothing certain is said of these. */
#define OPEN(NAME) \
  double NAME(double x) { \
    return x != x ? x : __proviso_inexact_double(); \
  } \
  float NAME##f(float x) { \
    return x != x ? x : __proviso_inexact_float(); \
  }
#define OPEN_OF_TWO(NAME) \
  double NAME(double x, double y) { \
    return __proviso_inexact_double(); \
  } \
  float NAME##f(float x, float y) { \
    return __proviso_inexact_float(); \
  }

OPEN(exp)
OPEN(exp2)
OPEN(expm1)
OPEN(log)
OPEN(log2)
OPEN(log10)
OPEN(log1p)
OPEN(sin)
OPEN(cos)
OPEN(tan)
OPEN(asin)
OPEN(acos)
OPEN(atan)
OPEN(sinh)
OPEN(cosh)
OPEN(tanh)
OPEN(cbrt)
OPEN(acosh)
OPEN(asinh)
OPEN(atanh)
OPEN(erf)
OPEN(erfc)
OPEN(lgamma)
OPEN(tgamma)
OPEN(logb)
OPEN_OF_TWO(pow)
OPEN_OF_TWO(atan2)
OPEN_OF_TWO(hypot)
OPEN_OF_TWO(remainder)
OPEN_OF_TWO(nextafter)

double fma(double x, double y, double z) {
  return __proviso_inexact_double();
}

float fmaf(float x, float y, float z) {
  return __proviso_inexact_float();
}

double ldexp(double x, int exponent) {
  return x == 0 || x != x || __builtin_isinf(x) ? x : __proviso_inexact_double();
}

double scalbn(double x, int exponent) {
  return ldexp(x, exponent);
}

double frexp(double x, int *exponent) {
  *exponent = __proviso_inexact_int();
  return x == 0 || x != x || __builtin_isinf(x) ? x : __proviso_inexact_double();
}
