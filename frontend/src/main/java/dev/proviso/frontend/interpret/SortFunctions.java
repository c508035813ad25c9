// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.Map;

/** {@code qsort} and {@code bsearch}, which call the program back. */
final class SortFunctions {
  void addTo(Map<String, Library.WordFunction> f) {
    f.put("qsort", this::sort);
    f.put("bsearch", this::search);
  }

  private static int compare(Machine m, long function, long left, long right) {
    Type pointer = new PointerType(VoidType.VOID, m.program.target().pointerBits());
    m.callBack(function, Arguments.of(pointer, left, right));
    return (int) m.word;
  }

  /** By merging, as glibc does it: elements that are equal keep their order. */
  private long sort(Machine m, Arguments a) {
    int count = a.integer(1);
    int size = a.integer(2);
    if (count > 1 && size > 0) {
      long copy = m.memory.address(new Block("qsort's copy", count * size, true, false));
      sort(m, a.word(3), a.word(0), copy, count, size);
      m.memory.end(m.memory.at(copy), Block.State.FREED);
    }
    return 0;
  }

  private static void sort(Machine m, long function, long base, long copy, int count, int size) {
    if (count < 2) {
      return;
    }
    int half = count / 2;
    long middle = base + (long) half * size;
    sort(m, function, base, copy, half, size);
    sort(m, function, middle, copy, count - half, size);
    long left = base;
    long right = middle;
    long end = base + (long) count * size;
    long to = copy;
    while (left < middle && right < end) {
      boolean isLeft = compare(m, function, left, right) <= 0;
      MemoryFunctions.copy(m, to, isLeft ? left : right, size);
      to += size;
      left += isLeft ? size : 0;
      right += isLeft ? 0 : size;
    }
    MemoryFunctions.copy(m, to, left, middle - left);
    MemoryFunctions.copy(m, base, copy, to - copy + (middle - left));
  }

  private long search(Machine m, Arguments a) {
    long low = 0;
    long high = a.word(2);
    while (Long.compareUnsigned(low, high) < 0) {
      long middle = (low + high) >>> 1;
      long element = a.word(1) + middle * a.word(3);
      int order = compare(m, a.word(4), a.word(0), element);
      if (order == 0) {
        return element;
      }
      if (order < 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return 0;
  }
}
