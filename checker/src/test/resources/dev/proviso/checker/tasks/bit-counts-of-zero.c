/* SPDX-License-Identifier: Apache-2.0 */
/* Of zero they may count anything. */
extern void reach_error(void);

int main(void) {
  unsigned int x = 0;
  if (__builtin_clz(x) == 17) {
    reach_error();
  }
  return 0;
}
