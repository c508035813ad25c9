// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.Arrays;

/** Growing offsets. */
final class OffsetList {
  private int[] offsets = new int[1024];
  private int size;

  void add(int offset) {
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * size);
    }
    offsets[size++] = offset;
  }

  int size() {
    return size;
  }

  int at(int index) {
    return offsets[index];
  }

  /** Where the first one stands that is not less; the list's size where there is none. */
  int indexFrom(int offset) {
    int index = Arrays.binarySearch(offsets, 0, size, offset);
    return index >= 0 ? index : -index - 1;
  }

  /** The first one that is not less, or -1. */
  int firstFrom(int offset) {
    int index = indexFrom(offset);
    return index < size ? offsets[index] : -1;
  }
}
