/* SPDX-License-Identifier: Apache-2.0 */
/* A value of type _Bool is 0 or 1, whatever it comes from. */
extern void reach_error(void);
_Bool __VERIFIER_nondet_bool(void);
_Bool undefined(void);

int main(void) {
  _Bool arbitrary = __VERIFIER_nondet_bool();
  _Bool returned = undefined();
  if (arbitrary > 1 || returned != 0 && returned != 1 || arbitrary + returned > 2) {
    reach_error();
  }
  return 0;
}
