/* SPDX-License-Identifier: Apache-2.0 */
/* The flag tells whether the lock is held, so that the label is not reached. */
#include <assert.h>
#include <stdlib.h>

int nondet(void);

int main(void) {
  int flag = nondet();
  int locked = 0;
  int *cell = malloc(sizeof *cell);
  assert(cell != NULL);
  if (flag) {
    locked = 1;
  }
  while (nondet()) {
    if (flag) {
      if (!locked) {
        goto ERROR;
      }
    }
  }
  exit(0);
  assert(0);
ERROR:
  return 1;
}
