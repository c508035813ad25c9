// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import java.util.HashMap;
import java.util.Map;

/** {@code string.h} without the functions on bytes. */
final class TextFunctions {
  private long nextToken;

  void addTo(Map<String, Library.WordFunction> f) {
    f.put("strlen", (m, a) -> Texts.length(m, a.word(0)));
    f.put("strnlen", (m, a) -> Texts.length(m, a.word(0), a.word(1)));
    f.put("strcpy", (m, a) -> copyAll(m, a.word(0), a.word(1)));
    f.put("stpcpy", (m, a) -> copyAll(m, a.word(0), a.word(1)) + Texts.length(m, a.word(0)));
    f.put("strncpy", TextFunctions::copySome);
    f.put("strcat", TextFunctions::append);
    f.put("strncat", TextFunctions::appendSome);
    f.put("strcmp", (m, a) -> compare(m, a, Long.MAX_VALUE, false));
    f.put("strcoll", (m, a) -> compare(m, a, Long.MAX_VALUE, false));
    f.put("strncmp", (m, a) -> compare(m, a, limit(a.word(2)), false));
    f.put("strcasecmp", (m, a) -> compare(m, a, Long.MAX_VALUE, true));
    f.put("strncasecmp", (m, a) -> compare(m, a, limit(a.word(2)), true));
    f.put("strchr", (m, a) -> find(m, a, false));
    f.put("index", (m, a) -> find(m, a, false));
    f.put("strchrnul", (m, a) -> find(m, a, true));
    f.put("strrchr", TextFunctions::findLast);
    f.put("rindex", TextFunctions::findLast);
    f.put("strstr", (m, a) -> search(m, a, false));
    f.put("strcasestr", (m, a) -> search(m, a, true));
    f.put("strspn", (m, a) -> span(m, a.word(0), a.word(1), true));
    f.put("strcspn", (m, a) -> span(m, a.word(0), a.word(1), false));
    f.put("strpbrk", TextFunctions::firstOf);
    f.put("strdup", (m, a) -> duplicate(m, a.word(0), Integer.MAX_VALUE));
    f.put("strndup", (m, a) -> duplicate(m, a.word(0), a.word(1)));
    f.put("strtok", this::token);
    f.put("strtok_r", TextFunctions::tokenOf);
    f.put("strsep", TextFunctions::separated);
    f.put("strxfrm", TextFunctions::transform);
    Map<Integer, Long> texts = new HashMap<>();
    f.put(
        "strerror",
        (m, a) -> texts.computeIfAbsent(a.integer(0), n -> Texts.allocated(m, Errors.text(n))));
  }

  private static long limit(long count) {
    return count < 0 ? Long.MAX_VALUE : count;
  }

  private static long copyAll(Machine m, long to, long from) {
    MemoryFunctions.copy(m, to, from, Texts.length(m, from) + 1);
    return to;
  }

  private static long copySome(Machine m, Arguments a) {
    long count = a.word(2);
    long length = Texts.length(m, a.word(1), count);
    MemoryFunctions.copy(m, a.word(0), a.word(1), length);
    for (long i = length; i < count; i++) {
      Texts.store(m, a.word(0) + i, 0);
    }
    return a.word(0);
  }

  private static long append(Machine m, Arguments a) {
    copyAll(m, a.word(0) + Texts.length(m, a.word(0)), a.word(1));
    return a.word(0);
  }

  private static long appendSome(Machine m, Arguments a) {
    long end = a.word(0) + Texts.length(m, a.word(0));
    long count = Texts.length(m, a.word(1), a.word(2));
    MemoryFunctions.copy(m, end, a.word(1), count);
    Texts.store(m, end + count, 0);
    return a.word(0);
  }

  private static long compare(Machine m, Arguments a, long limit, boolean fold) {
    for (long i = 0; i < limit; i++) {
      int left = Texts.load(m, a.word(0) + i);
      int right = Texts.load(m, a.word(1) + i);
      int difference = fold ? lower(left) - lower(right) : left - right;
      if (difference != 0 || left == 0) {
        return difference;
      }
    }
    return 0;
  }

  private static int lower(int c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  private static long find(Machine m, Arguments a, boolean orEnd) {
    int wanted = a.integer(1) & 255;
    for (long at = a.word(0); ; at++) {
      int c = Texts.load(m, at);
      if (c == wanted) {
        return at;
      }
      if (c == 0) {
        return orEnd ? at : 0;
      }
    }
  }

  private static long findLast(Machine m, Arguments a) {
    int wanted = a.integer(1) & 255;
    for (long i = Texts.length(m, a.word(0)); i >= 0; i--) {
      if (Texts.load(m, a.word(0) + i) == wanted) {
        return a.word(0) + i;
      }
    }
    return 0;
  }

  private static long search(Machine m, Arguments a, boolean fold) {
    String text = Texts.text(m, a.word(0));
    String wanted = Texts.text(m, a.word(1));
    int at =
        fold
            ? text.toLowerCase(java.util.Locale.ROOT)
                .indexOf(wanted.toLowerCase(java.util.Locale.ROOT))
            : text.indexOf(wanted);
    return at < 0 ? 0 : a.word(0) + at;
  }

  private static long span(Machine m, long text, long set, boolean inside) {
    byte[] members = Texts.string(m, set);
    long count = 0;
    while (true) {
      int c = Texts.load(m, text + count);
      boolean isMember = false;
      for (byte member : members) {
        isMember |= (member & 255) == c;
      }
      if (c == 0 || isMember != inside) {
        return count;
      }
      count++;
    }
  }

  private static long firstOf(Machine m, Arguments a) {
    long at = a.word(0) + span(m, a.word(0), a.word(1), false);
    return Texts.load(m, at) == 0 ? 0 : at;
  }

  private static long duplicate(Machine m, long from, long limit) {
    long length = Texts.length(m, from, limit);
    long copy = m.library.heap().address(length + 1, false);
    MemoryFunctions.copy(m, copy, from, length);
    Texts.store(m, copy + length, 0);
    return copy;
  }

  private long token(Machine m, Arguments a) {
    long start = a.word(0) != 0 ? a.word(0) : nextToken;
    long[] next = new long[1];
    long token = token(m, start, a.word(1), next);
    nextToken = next[0];
    return token;
  }

  private static long tokenOf(Machine m, Arguments a) {
    int width = m.program.target().pointerBits() / 8;
    long start = a.word(0) != 0 ? a.word(0) : Texts.load(m, a.word(2), width);
    long[] next = new long[1];
    long token = token(m, start, a.word(1), next);
    Texts.store(m, a.word(2), width, next[0]);
    return token;
  }

  private static long token(Machine m, long start, long set, long[] next) {
    if (start == 0) {
      return 0;
    }
    long first = start + span(m, start, set, true);
    next[0] = first;
    if (Texts.load(m, first) == 0) {
      return 0;
    }
    long end = first + span(m, first, set, false);
    if (Texts.load(m, end) != 0) {
      Texts.store(m, end, 0);
      end++;
    }
    next[0] = end;
    return first;
  }

  private static long separated(Machine m, Arguments a) {
    int width = m.program.target().pointerBits() / 8;
    long start = Texts.load(m, a.word(0), width);
    if (start == 0) {
      return 0;
    }
    long end = start + span(m, start, a.word(1), false);
    long next = 0;
    if (Texts.load(m, end) != 0) {
      Texts.store(m, end, 0);
      next = end + 1;
    }
    Texts.store(m, a.word(0), width, next);
    return start;
  }

  private static long transform(Machine m, Arguments a) {
    long length = Texts.length(m, a.word(1));
    if (length < a.word(2)) {
      copyAll(m, a.word(0), a.word(1));
    }
    return length;
  }
}
