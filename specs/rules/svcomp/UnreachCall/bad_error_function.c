/* SPDX-License-Identifier: Apache-2.0 */
/* The name that the error function had before. */
extern void __VERIFIER_error(void);
extern int __VERIFIER_nondet_int(void);

int main(void) {
  int sum = __VERIFIER_nondet_int();
  if (sum * sum == 49) {
    __VERIFIER_error(); // violates UnreachCall
  }
  return 0;
}
