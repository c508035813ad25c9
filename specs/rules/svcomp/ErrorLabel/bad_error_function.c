/* SPDX-License-Identifier: Apache-2.0 */
/* Nothing is missed where this rule is asked for a task of the newer form. */
extern void __VERIFIER_assert(int condition);
extern unsigned char __VERIFIER_nondet_uchar(void);

int main(void) {
  unsigned char value = __VERIFIER_nondet_uchar();
  __VERIFIER_assert(value != 200); // violates ErrorLabel
  return 0;
}
