// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import java.util.Map;

/** Allocation, and functions on bytes. */
final class MemoryFunctions {
  private MemoryFunctions() {}

  static void addTo(Map<String, Library.WordFunction> f) {
    f.put("malloc", (m, a) -> m.library.heap().address(a.word(0), false));
    f.put("calloc", MemoryFunctions::calloc);
    f.put("realloc", (m, a) -> m.library.heap().reallocate(a.word(0), a.word(1)));
    f.put("reallocarray", (m, a) -> m.library.heap().reallocate(a.word(0), a.word(1) * a.word(2)));
    f.put("aligned_alloc", (m, a) -> m.library.heap().address(a.word(1), false));
    f.put("memalign", (m, a) -> m.library.heap().address(a.word(1), false));
    f.put("posix_memalign", MemoryFunctions::aligned);
    f.put("free", MemoryFunctions::free);
    f.put("cfree", MemoryFunctions::free);
    f.put("malloc_usable_size", (m, a) -> m.memory.at(a.word(0)).size);
    f.put("memcpy", (m, a) -> copy(m, a.word(0), a.word(1), a.word(2)));
    f.put("memmove", (m, a) -> copy(m, a.word(0), a.word(1), a.word(2)));
    f.put("mempcpy", (m, a) -> copy(m, a.word(0), a.word(1), a.word(2)) + a.word(2));
    f.put("bcopy", (m, a) -> copy(m, a.word(1), a.word(0), a.word(2)));
    f.put("memset", (m, a) -> fill(m, a.word(0), a.integer(1), a.word(2)));
    f.put("bzero", (m, a) -> fill(m, a.word(0), 0, a.word(1)));
    f.put("explicit_bzero", (m, a) -> fill(m, a.word(0), 0, a.word(1)));
    f.put("memcmp", MemoryFunctions::compare);
    f.put("bcmp", MemoryFunctions::compare);
    f.put("memchr", MemoryFunctions::find);
    f.put("rawmemchr", MemoryFunctions::find);
    f.put("memrchr", MemoryFunctions::findLast);
    f.put("memmem", MemoryFunctions::search);
  }

  private static long calloc(Machine m, Arguments a) {
    long size;
    try {
      size = Math.multiplyExact(a.word(0), a.word(1));
    } catch (ArithmeticException e) {
      m.library.fail(Errors.NO_MEMORY);
      return 0;
    }
    return m.library.heap().address(size, true);
  }

  private static long aligned(Machine m, Arguments a) {
    int width = m.program.target().pointerBits() / 8;
    Texts.store(m, a.word(0), width, m.library.heap().address(a.word(2), false));
    return 0;
  }

  private static long free(Machine m, Arguments a) {
    m.library.heap().free(a.word(0));
    return 0;
  }

  static long copy(Machine m, long to, long from, long size) {
    Block target = m.memory.at(to);
    Block source = m.memory.at(from);
    Cells.copy(m.running(), target, to - target.base, source, from - source.base, size);
    return to;
  }

  private static long fill(Machine m, long to, int value, long size) {
    Block target = m.memory.at(to);
    Cells.fill(m.running(), target, to - target.base, (byte) value, size);
    return to;
  }

  private static long compare(Machine m, Arguments a) {
    for (long i = 0; i < a.word(2); i++) {
      int difference = Texts.load(m, a.word(0) + i) - Texts.load(m, a.word(1) + i);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private static long find(Machine m, Arguments a) {
    int wanted = a.integer(1) & 255;
    long limit = a.count() > 2 ? a.word(2) : Long.MAX_VALUE;
    for (long i = 0; Long.compareUnsigned(i, limit) < 0; i++) {
      if (Texts.load(m, a.word(0) + i) == wanted) {
        return a.word(0) + i;
      }
    }
    return 0;
  }

  private static long findLast(Machine m, Arguments a) {
    int wanted = a.integer(1) & 255;
    for (long i = a.word(2) - 1; i >= 0; i--) {
      if (Texts.load(m, a.word(0) + i) == wanted) {
        return a.word(0) + i;
      }
    }
    return 0;
  }

  private static long search(Machine m, Arguments a) {
    byte[] text = Texts.bytes(m, a.word(0), a.word(1));
    byte[] wanted = Texts.bytes(m, a.word(2), a.word(3));
    for (int i = 0; i + wanted.length <= text.length; i++) {
      if (java.util.Arrays.equals(text, i, i + wanted.length, wanted, 0, wanted.length)) {
        return a.word(0) + i;
      }
    }
    return 0;
  }
}
