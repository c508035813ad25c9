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

  /** The first one that is not less, or -1. */
  int firstFrom(int offset) {
    int at = Arrays.binarySearch(offsets, 0, size, offset);
    int index = at >= 0 ? at : -at - 1;
    return index < size ? offsets[index] : -1;
  }
}
