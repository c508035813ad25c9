// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.IntType;
import java.util.HashMap;
import java.util.Map;

/** Ends, the environment, signals that the program sends to itself, and jumps. */
final class ProcessFunctions {
  private static final long DEFAULT = 0;
  private static final long IGNORE = 1;
  private static final int ABORT_SIGNAL = 6;

  private final Map<Integer, Long> handlers = new HashMap<>();

  static void addTo(Map<String, Library.WordFunction> f) {
    new ProcessFunctions().add(f);
  }

  private void add(Map<String, Library.WordFunction> f) {
    f.put("exit", (m, a) -> exit(m, a.integer(0)));
    for (String name : new String[] {"_exit", "_Exit", "quick_exit"}) {
      f.put(name, (m, a) -> exitNow(a.integer(0)));
    }
    f.put("abort", (m, a) -> raise(m, ABORT_SIGNAL));
    f.put("atexit", ProcessFunctions::atExit);
    f.put("__assert_fail", ProcessFunctions::assertion);
    f.put("__proviso_assert_fail", ProcessFunctions::assertion);
    f.put("getenv", ProcessFunctions::variable);
    f.put("secure_getenv", ProcessFunctions::variable);
    f.put("system", (m, a) -> a.word(0) == 0 ? 0 : -1);
    f.put("signal", this::signal);
    f.put("sigaction", this::action);
    f.put("sigemptyset", (m, a) -> 0);
    f.put("raise", (m, a) -> raise(m, a.integer(0)));
    for (String name : new String[] {"longjmp", "_longjmp", "siglongjmp", "__longjmp_chk"}) {
      f.put(name, ProcessFunctions::jump);
    }
    f.put("__errno_location", (m, a) -> m.library.errnoAddress());
    f.put("perror", ProcessFunctions::error);
    LocaleFunctions locale = new LocaleFunctions();
    f.put("setlocale", locale::locale);
    f.put("localeconv", locale::conventions);
    f.put("getpid", (m, a) -> 4711);
    for (String name : new String[] {"getuid", "geteuid", "getgid", "getegid", "alarm", "sleep"}) {
      f.put(name, (m, a) -> 0);
    }
  }

  private static long exit(Machine m, int code) {
    m.runAtExit();
    throw new Exit(code & 255);
  }

  private static long exitNow(int code) {
    throw new Exit(code & 255);
  }

  private static long atExit(Machine m, Arguments a) {
    m.atExit(a.word(0));
    return 0;
  }

  private static long assertion(Machine m, Arguments a) {
    Stream err = m.library.files().numbered(2);
    String text =
        "%s:%d: %s: Assertion `%s' failed.%n"
            .formatted(
                Texts.text(m, a.word(1)),
                a.integer(2),
                a.word(3) == 0 ? "?" : Texts.text(m, a.word(3)),
                Texts.text(m, a.word(0)));
    if (err != null) {
      byte[] bytes = Texts.encoded(text);
      err.write(bytes, bytes.length);
    }
    throw new Exit(ExitCodes.ABORT);
  }

  private static long variable(Machine m, Arguments a) {
    String value = System.getenv(Texts.text(m, a.word(0)));
    return value == null ? 0 : Texts.allocated(m, value);
  }

  private long signal(Machine m, Arguments a) {
    Long old = handlers.put(a.integer(0), a.word(1));
    return old == null ? DEFAULT : old;
  }

  /** {@code sigaction}: the handler is the first member of what is given. */
  private long action(Machine m, Arguments a) {
    if (a.word(1) != 0) {
      int width = m.program.target().pointerBits() / 8;
      handlers.put(a.integer(0), Texts.load(m, a.word(1), width));
    }
    return 0;
  }

  private long raise(Machine m, int number) {
    long handler = handlers.getOrDefault(number, DEFAULT);
    if (handler == IGNORE) {
      return 0;
    }
    if (handler != DEFAULT) {
      m.callBack(handler, Arguments.of(IntType.INT, number));
      if (number != ABORT_SIGNAL) {
        return 0;
      }
    }
    throw new Exit(128 + number);
  }

  private static long jump(Machine m, Arguments a) {
    throw m.library.jumps().jump(a.word(0), a.integer(1));
  }

  private static long error(Machine m, Arguments a) {
    String text = a.word(0) == 0 ? "" : Texts.text(m, a.word(0));
    String line = (text.isEmpty() ? "" : text + ": ") + Errors.text(m.library.errno()) + "\n";
    Stream err = m.library.files().numbered(2);
    if (err != null) {
      byte[] bytes = Texts.encoded(line);
      err.write(bytes, bytes.length);
    }
    return 0;
  }
}
