/* SPDX-License-Identifier: Apache-2.0 */
/* What the compiler's builtins count, against figures from a compiler. */
extern void reach_error(void);

static void check(unsigned long long x, int ones, int odd, int before, int behind, int first) {
  if (__builtin_popcountll(x) != ones || __builtin_parityll(x) != odd || __builtin_ffsll(x) != first) {
    reach_error();
  }
  if (x != 0 && (__builtin_clzll(x) != before || __builtin_ctzll(x) != behind)) {
    reach_error();
  }
  if (x >> 32 == 0 && (__builtin_popcount(x) != ones || x != 0 && __builtin_clz(x) != before - 32)) {
    reach_error();
  }
}

int main(void) {
  check(0, 0, 0, -1, -1, 0);
  check(1, 1, 1, 63, 0, 1);
  check(0x80, 1, 1, 56, 7, 8);
  check(0x12345678, 13, 1, 35, 3, 4);
  check(0xffffffffu, 32, 0, 32, 0, 1);
  check(0x100000000ull, 1, 1, 31, 32, 33);
  check(0xf0f0f0f0f0f0f0f0ull, 32, 0, 0, 4, 5);
  return 0;
}
