// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/** The additive feedback generator that glibc documents for {@code rand}: the same numbers. */
final class RandomNumbers {
  private static final int DEGREE = 31;
  private static final int SEPARATION = 3;

  private final int[] state = new int[DEGREE];
  private int next;

  RandomNumbers() {
    seed(1);
  }

  long seed(int seed) {
    int start = seed == 0 ? 1 : seed;
    state[0] = start;
    long word = start;
    for (int i = 1; i < DEGREE; i++) {
      word = 16807 * word % 2147483647;
      if (word < 0) {
        word += 2147483647;
      }
      state[i] = (int) word;
    }
    next = 0;
    for (int i = 0; i < 10 * DEGREE; i++) {
      next();
    }
    return 0;
  }

  long next() {
    int index = next;
    state[(index + SEPARATION) % DEGREE] += state[index];
    int result = state[(index + SEPARATION) % DEGREE] >>> 1;
    next = (index + 1) % DEGREE;
    return result;
  }
}
