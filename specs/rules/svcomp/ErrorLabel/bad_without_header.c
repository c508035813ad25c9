/* SPDX-License-Identifier: Apache-2.0 */
/* Without the header `assert` is a function. */
void assert(int condition);
char nondet(void);

int main(void) {
  int value = nondet();
  assert(value <= 126); // violates ErrorLabel
  return 0;
}
