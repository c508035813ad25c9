/* SPDX-License-Identifier: Apache-2.0 */
/* The label is reached where both conditions hold. */
int nondet(void);

int main(void) {
  int locked = 0;
  int rounds = 0;
  do {
    if (nondet()) {
      if (locked) {
        goto ERROR;
      }
      locked = 1;
    }
    rounds++;
  } while (rounds < 2);
  return 0;
ERROR: // violates ErrorLabel
  goto ERROR;
}
