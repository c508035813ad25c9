/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
extern void reach_error(void);
extern int __VERIFIER_nondet_int(void);

int main(void) {
  int n = __VERIFIER_nondet_int();
  div_t halves = div(n, 2);
  if (n < 0 && halves.rem > 0 || halves.quot * 2 + halves.rem != n) {
    reach_error();
  }
  return 0;
}
