/* SPDX-License-Identifier: Apache-2.0 */
extern void reach_error(void);

int main(void) {
  int i = 3;
  int before = __sync_fetch_and_nand(&i, 1);
  int after = __sync_nand_and_fetch(&i, -1);
  if (before != 3 || i != 1 || after != 1) {
    reach_error();
  }
  return 0;
}
