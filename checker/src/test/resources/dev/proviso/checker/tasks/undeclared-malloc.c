/* SPDX-License-Identifier: Apache-2.0 */
/* Compilers know what malloc returns, also where nothing declares it, and that __builtin_abs is abs. */
extern void reach_error(void);

int main(void) {
  char *p = malloc(4);
  p[0] = 'a';
  if (p[0] != 'a' || __builtin_abs(-3) != 3) {
    reach_error();
  }
  return 0;
}
