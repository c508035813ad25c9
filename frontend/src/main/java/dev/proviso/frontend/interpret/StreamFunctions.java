// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code stdio.h} without the functions that format. */
final class StreamFunctions {
  private static final int END = -1;

  private StreamFunctions() {}

  /** Works on an open stream. */
  private interface OnStream {
    long call(Stream stream, Machine machine, Arguments arguments) throws IOException;
  }

  static void addTo(Map<String, Library.WordFunction> f) {
    for (String name : new String[] {"putchar", "putchar_unlocked"}) {
      f.put(name, (m, a) -> put(m.library.files().output(), a.integer(0)));
    }
    for (String name : new String[] {"putc", "fputc", "_IO_putc", "putc_unlocked"}) {
      f.put(name, on(1, END, (s, m, a) -> put(s, a.integer(0))));
    }
    f.put("puts", StreamFunctions::putLine);
    for (String name : new String[] {"fputs", "fputs_unlocked"}) {
      f.put(name, on(1, END, (s, m, a) -> putText(s, Texts.string(m, a.word(0)))));
    }
    for (String name : new String[] {"fwrite", "fwrite_unlocked"}) {
      f.put(name, on(3, 0, StreamFunctions::write));
    }
    for (String name : new String[] {"fread", "fread_unlocked"}) {
      f.put(name, on(3, 0, StreamFunctions::read));
    }
    for (String name : new String[] {"getc", "fgetc", "_IO_getc", "getc_unlocked"}) {
      f.put(name, on(0, END, (s, m, a) -> get(s, m)));
    }
    for (String name : new String[] {"getchar", "getchar_unlocked"}) {
      f.put(name, (m, a) -> getStandard(m));
    }
    f.put("ungetc", on(1, END, StreamFunctions::unget));
    f.put("fgets", on(2, 0, StreamFunctions::getLine));
    f.put("getline", on(2, END, (s, m, a) -> wholeLine(s, m, a, '\n')));
    f.put("getdelim", on(3, END, (s, m, a) -> wholeLine(s, m, a, a.integer(2))));
    f.put("fopen", (m, a) -> open(m, Texts.text(m, a.word(0)), Texts.text(m, a.word(1))));
    f.put("fopen64", f.get("fopen"));
    f.put("fdopen", (m, a) -> m.library.files().file(a.integer(0)));
    f.put("freopen", StreamFunctions::reopen);
    f.put(
        "fclose", (m, a) -> m.library.files().close(m.library.files().number(a.word(0))) ? 0 : END);
    f.put("fflush", StreamFunctions::flush);
    f.put("fseek", on(0, END, (s, m, a) -> s.seek(a.word(1), a.integer(2)) ? 0 : END));
    f.put("fseeko", f.get("fseek"));
    f.put("ftell", on(0, END, (s, m, a) -> s.tell()));
    f.put("ftello", f.get("ftell"));
    f.put("rewind", on(0, 0, StreamFunctions::rewind));
    f.put("fgetpos", on(0, END, StreamFunctions::getPosition));
    f.put("fsetpos", on(0, END, (s, m, a) -> s.seek(Texts.load(m, a.word(1), 8), 0) ? 0 : END));
    f.put("feof", on(0, 0, (s, m, a) -> s.atEnd ? 1 : 0));
    f.put("ferror", on(0, 0, (s, m, a) -> s.failed ? 1 : 0));
    f.put("clearerr", on(0, 0, StreamFunctions::clear));
    f.put("fileno", (m, a) -> m.library.files().number(a.word(0)));
    for (String name :
        new String[] {"setvbuf", "setbuf", "setlinebuf", "flockfile", "funlockfile"}) {
      f.put(name, (m, a) -> 0);
    }
    f.put("tmpfile", StreamFunctions::temporary);
  }

  private static Library.WordFunction on(int index, long otherwise, OnStream function) {
    return (m, a) -> {
      Stream stream = m.library.files().stream(a.word(index));
      if (stream == null) {
        m.library.fail(Errors.BAD_FILE);
        return otherwise;
      }
      try {
        return function.call(stream, m, a);
      } catch (IOException e) {
        stream.failed = true;
        m.library.fail(Errors.IO);
        return otherwise;
      }
    };
  }

  private static long put(Stream stream, int c) {
    return stream.write(c) ? c & 255 : END;
  }

  private static long putText(Stream stream, byte[] text) {
    return stream.write(text, text.length) ? 1 : END;
  }

  private static long putLine(Machine m, Arguments a) {
    Stream stream = m.library.files().output();
    putText(stream, Texts.string(m, a.word(0)));
    return put(stream, '\n') == END ? END : 1;
  }

  private static long write(Stream stream, Machine m, Arguments a) {
    byte[] bytes = Texts.bytes(m, a.word(0), a.word(1) * a.word(2));
    return stream.write(bytes, bytes.length) ? a.word(2) : 0;
  }

  private static long read(Stream stream, Machine m, Arguments a) {
    long size = a.word(1);
    long wanted = size * a.word(2);
    byte[] bytes = new byte[(int) wanted];
    int count = 0;
    while (count < wanted) {
      int c = get(stream, m);
      if (c < 0) {
        break;
      }
      bytes[count++] = (byte) c;
    }
    Texts.put(m, a.word(0), bytes, count);
    return size == 0 ? 0 : count / size;
  }

  private static int get(Stream stream, Machine m) {
    // A person who is asked should see the question.
    if (!stream.isFile()) {
      m.library.files().flushAll();
    }
    return stream.read();
  }

  private static long getStandard(Machine m) {
    Stream stream = m.library.files().numbered(0);
    return stream == null ? END : get(stream, m);
  }

  private static long unget(Stream stream, Machine m, Arguments a) {
    if (a.integer(0) == END) {
      return END;
    }
    stream.unread(a.integer(0) & 255);
    return a.integer(0) & 255;
  }

  private static long getLine(Stream stream, Machine m, Arguments a) {
    int size = a.integer(1);
    byte[] line = new byte[Math.max(size, 1)];
    int count = 0;
    while (count < size - 1) {
      int c = get(stream, m);
      if (c < 0) {
        break;
      }
      line[count++] = (byte) c;
      if (c == '\n') {
        break;
      }
    }
    if (count == 0) {
      return 0;
    }
    Texts.putString(m, a.word(0), java.util.Arrays.copyOf(line, count));
    return a.word(0);
  }

  private static long wholeLine(Stream stream, Machine m, Arguments a, int delimiter) {
    java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
    int c;
    while ((c = get(stream, m)) >= 0) {
      line.write(c);
      if (c == delimiter) {
        break;
      }
    }
    if (line.size() == 0) {
      return END;
    }
    int width = m.program.target().pointerBits() / 8;
    long space = Texts.load(m, a.word(0), width);
    if (space == 0 || Texts.load(m, a.word(1), width) < line.size() + 1) {
      space = m.library.heap().reallocate(space, line.size() + 128);
      Texts.store(m, a.word(0), width, space);
      Texts.store(m, a.word(1), width, line.size() + 128);
    }
    Texts.putString(m, space, line.toByteArray());
    return line.size();
  }

  private static long open(Machine m, String name, String mode) {
    int number = openNumber(m, name, mode);
    return number < 0 ? 0 : m.library.files().file(number);
  }

  private static int openNumber(Machine m, String name, String mode) {
    boolean updates = mode.contains("+");
    char first = mode.isEmpty() ? 'r' : mode.charAt(0);
    return m.library
        .files()
        .open(
            name,
            new OpenMode(
                first == 'r' || updates,
                first != 'r' || updates,
                first != 'r',
                first == 'w',
                first == 'a',
                mode.contains("x")));
  }

  private static long reopen(Machine m, Arguments a) {
    @Nullable Stream stream = m.library.files().stream(a.word(2));
    int number = openNumber(m, Texts.text(m, a.word(0)), Texts.text(m, a.word(1)));
    if (number < 0 || stream == null) {
      return 0;
    }
    try {
      stream.flush();
    } catch (IOException e) {
      stream.failed = true;
    }
    m.library.files().reopen(a.word(2), number);
    return a.word(2);
  }

  private static long flush(Machine m, Arguments a) {
    Stream stream = m.library.files().stream(a.word(0));
    if (a.word(0) == 0 || stream == null) {
      m.library.files().flushAll();
      return 0;
    }
    try {
      stream.flush();
      return 0;
    } catch (IOException e) {
      stream.failed = true;
      return END;
    }
  }

  private static long rewind(Stream stream, Machine m, Arguments a) throws IOException {
    stream.seek(0, 0);
    stream.failed = false;
    return 0;
  }

  private static long getPosition(Stream stream, Machine m, Arguments a) throws IOException {
    Texts.store(m, a.word(1), 8, stream.tell());
    return 0;
  }

  private static long clear(Stream stream, Machine m, Arguments a) {
    stream.atEnd = false;
    stream.failed = false;
    return 0;
  }

  private static long temporary(Machine m, Arguments a) {
    try {
      java.nio.file.Path path = java.nio.file.Files.createTempFile("proviso", ".tmp");
      path.toFile().deleteOnExit();
      return open(m, path.toString(), "w+");
    } catch (IOException e) {
      m.library.fail(Errors.IO);
      return 0;
    }
  }
}
