/* SPDX-License-Identifier: Apache-2.0 */
/* What is assumed, aborted or allocated cannot go wrong. A label of that name and a failed assertion are no errors here. */
#include <assert.h>
#include <stdlib.h>

extern void reach_error(void);
extern void __VERIFIER_assume(int condition);
extern int __VERIFIER_nondet_int(void);

int main(void) {
  int start = __VERIFIER_nondet_int();
  int *cell = malloc(sizeof(int));
  __VERIFIER_assume(start > 0);
  assert(start != 17);
  if (start > 1000) {
    abort();
  }
  if (start == 19) {
    goto ERROR;
  }
  if (!cell || start <= 0 || start > 1000 || start == 17) {
    reach_error();
  }
ERROR:
  return 0;
}
