/* SPDX-License-Identifier: Apache-2.0 */
/* The sum of two numbers that are not negative may be. */
#include <assert.h>

int nondet(void);

int main(void) {
  int a = nondet();
  int b = nondet();
  if (a >= 0 && b >= 0) {
    assert(a + b >= 0); // violates ErrorLabel
  }
  return 0;
}
