// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code printf} and {@code scanf} families. */
final class FormatFunctions {
  private FormatFunctions() {}

  static void addTo(Map<String, Library.WordFunction> f) {
    f.put("printf", (m, a) -> print(m, m.library.files().output(), formatted(m, a, 0, 1)));
    f.put("fprintf", (m, a) -> print(m, stream(m, a), formatted(m, a, 1, 2)));
    f.put(
        "dprintf",
        (m, a) -> print(m, m.library.files().numbered(a.integer(0)), formatted(m, a, 1, 2)));
    f.put("sprintf", (m, a) -> store(m, a.word(0), Long.MAX_VALUE, formatted(m, a, 1, 2)));
    f.put("snprintf", (m, a) -> store(m, a.word(0), a.word(1), formatted(m, a, 2, 3)));
    f.put("asprintf", (m, a) -> allocate(m, a.word(0), formatted(m, a, 1, 2)));
    f.put("vprintf", (m, a) -> print(m, m.library.files().output(), listed(m, a, 0)));
    f.put("vfprintf", (m, a) -> print(m, stream(m, a), listed(m, a, 1)));
    f.put("vsprintf", (m, a) -> store(m, a.word(0), Long.MAX_VALUE, listed(m, a, 1)));
    f.put("vsnprintf", (m, a) -> store(m, a.word(0), a.word(1), listed(m, a, 2)));
    f.put("vasprintf", (m, a) -> allocate(m, a.word(0), listed(m, a, 1)));
    f.put("sscanf", (m, a) -> scanText(m, a.word(0), a.word(1), Values.of(a, 2)));
    f.put("vsscanf", (m, a) -> scanText(m, a.word(0), a.word(1), Values.list(m, a.word(2))));
    f.put("fscanf", (m, a) -> scan(m, stream(m, a), a.word(1), Values.of(a, 2)));
    f.put("scanf", (m, a) -> scan(m, m.library.files().numbered(0), a.word(0), Values.of(a, 1)));
  }

  private static @Nullable Stream stream(Machine m, Arguments a) {
    return m.library.files().stream(a.word(0));
  }

  private static byte[] formatted(Machine m, Arguments a, int format, int first) {
    return new Formatter(m, Values.of(a, first)).format(Texts.string(m, a.word(format)));
  }

  /** The list follows the format. */
  private static byte[] listed(Machine m, Arguments a, int format) {
    return new Formatter(m, Values.list(m, a.word(format + 1)))
        .format(Texts.string(m, a.word(format)));
  }

  private static long print(Machine m, @Nullable Stream stream, byte[] bytes) {
    if (stream == null) {
      m.library.fail(Errors.BAD_FILE);
      return -1;
    }
    return stream.write(bytes, bytes.length) ? bytes.length : -1;
  }

  private static long store(Machine m, long to, long size, byte[] bytes) {
    if (size != 0) {
      int count = (int) Math.min(bytes.length, size < 0 ? Long.MAX_VALUE : size - 1);
      Texts.putString(m, to, java.util.Arrays.copyOf(bytes, count));
    }
    return bytes.length;
  }

  private static long allocate(Machine m, long to, byte[] bytes) {
    long text = m.library.heap().address(bytes.length + 1L, true);
    Texts.putString(m, text, bytes);
    Texts.store(m, to, m.program.target().pointerBits() / 8, text);
    return bytes.length;
  }

  private static long scanText(Machine m, long text, long format, Values values) {
    long[] at = {text};
    Scanner.Input input =
        new Scanner.Input() {
          @Override
          public int read() {
            int c = Texts.load(m, at[0]);
            if (c == 0) {
              return -1;
            }
            at[0]++;
            return c;
          }

          @Override
          public void unread(int c) {
            at[0]--;
          }
        };
    return new Scanner(m, input, values).scan(Texts.string(m, format));
  }

  private static long scan(Machine m, @Nullable Stream stream, long format, Values values) {
    if (stream == null) {
      return -1;
    }
    if (!stream.isFile()) {
      m.library.files().flushAll();
    }
    Scanner.Input input =
        new Scanner.Input() {
          @Override
          public int read() {
            return stream.read();
          }

          @Override
          public void unread(int c) {
            stream.unread(c);
          }
        };
    return new Scanner(m, input, values).scan(Texts.string(m, format));
  }
}
