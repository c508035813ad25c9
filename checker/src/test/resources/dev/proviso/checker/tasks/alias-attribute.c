/* SPDX-License-Identifier: Apache-2.0 */
/* Another name of the same function. */
extern void reach_error(void);

static int next(int x) {
  return x + 1;
}
int following(int) __attribute__((alias("next")));

int main(void) {
  if (following(3) != 4) {
    reach_error();
  }
  return 0;
}
