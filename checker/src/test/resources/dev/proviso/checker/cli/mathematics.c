/* SPDX-License-Identifier: Apache-2.0 */
/* What the models of mathematics say of single numbers is what gcc and its library compute. */
#include <math.h>
extern void reach_error(void);
#define CHECK(c) if (!(c)) reach_error()
extern double __VERIFIER_nondet_double(void);
int main(void) {
  double w;
  CHECK(floor(-0.5) == -1.0 && floor(2.75) == 2.0 && floor(-3.0) == -3.0 && floor(1e300) == 1e300);
  CHECK(ceil(0.25) == 1.0 && ceil(-2.5) == -2.0 && signbit(ceil(-0.25)) && ceil(-0.25) == 0);
  CHECK(trunc(-2.75) == -2.0 && signbit(trunc(-0.5)) && truncf(7.9f) == 7.0f);
  CHECK(round(2.5) == 3.0 && round(-2.5) == -3.0 && round(0.49999999999999994) == 0.0 && roundf(-1.5f) == -2.0f);
  CHECK(rint(2.5) == 2.0 && rint(3.5) == 4.0 && rint(-0.5) == 0 && signbit(rint(-0.5)) && rintf(0.75f) == 1.0f);
  CHECK(fmin(1.0, NAN) == 1.0 && fmin(NAN, 2.0) == 2.0 && fmax(1.0, 2.0) == 2.0 && fmax(NAN, -1.0) == -1.0);
  CHECK(fdim(3.0, 1.0) == 2.0 && fdim(1.0, 3.0) == 0.0);
  CHECK(modf(-3.25, &w) == -0.25 && w == -3.0);
  CHECK(copysign(2.0, -0.0) == -2.0 && copysignf(-2.0f, 1.0f) == 2.0f);
  CHECK(isnan(sqrt(-1.0)) && sqrt(0.0) == 0.0 && sqrt(1.0) == 1.0 && isinf(sqrt(INFINITY)));
  CHECK(fpclassify(0.0) == FP_ZERO && fpclassify(1e-310) == FP_SUBNORMAL && fpclassify(NAN) == FP_NAN && fpclassify(INFINITY) == FP_INFINITE && fpclassify(3.0) == FP_NORMAL);
  CHECK(isnan(fmod(1.0, 0.0)) && fmod(-1.5, 4.0) == -1.5);
  { double x = __VERIFIER_nondet_double(); if (x > 4.0) CHECK(sqrt(x) <= x && sqrt(x) >= 1.0); if (!isnan(x)) CHECK(fabs(x) >= 0); }
  return 0;
}
