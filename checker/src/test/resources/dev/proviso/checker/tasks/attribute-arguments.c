/* SPDX-License-Identifier: Apache-2.0 */
/* An alignment may be said as the size of a type. */
extern void reach_error(void);
typedef long long wide;
struct words {
  char first;
} __attribute__((aligned(sizeof(unsigned long))));
struct wides {
  char first;
  char second __attribute__((__aligned__(2 * sizeof(wide))));
} __attribute__((aligned(__alignof__(struct words))));

int main(void) {
  if (sizeof(struct words) != sizeof(long) || sizeof(struct wides) != 32) {
    reach_error();
  }
  return 0;
}
