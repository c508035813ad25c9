/* SPDX-License-Identifier: Apache-2.0 */
/* The error function is the task's own, and is called at the third step only. */
extern void abort(void);
extern unsigned int __VERIFIER_nondet_uint(void);

void reach_error(void) {}

static void check(int condition) {
  if (!condition) {
    reach_error(); // violates UnreachCall
    abort();
  }
}

int main(void) {
  unsigned int balance = 2;
  while (__VERIFIER_nondet_uint() != 0) {
    balance--;
    check(balance != 0xffffffffu);
  }
  return 0;
}
