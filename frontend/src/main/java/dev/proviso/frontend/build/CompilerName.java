// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of a program tells of it. */
public final class CompilerName {
  private static final Set<String> LAUNCHERS =
      Set.of("ccache", "sccache", "distcc", "icecc", "env", "nice", "time");
  private static final Set<String> CACHES = Set.of("ccache", "sccache", "distcc", "icecc");

  /** Prefixes that name no machine. */
  private static final Set<String> OF_THIS_MACHINE =
      Set.of("c89-", "c99-", "afl-", "musl-", "diet-", "klee-");

  /** An optional triple, a compiler, an optional version. */
  private static final Pattern GNU =
      Pattern.compile(
          "(?<triple>[\\w.]+(?:-[\\w.]+)*-)?(?:gcc|cc|c89|c99|g\\+\\+|c\\+\\+|clang|clang\\+\\+|tcc|icc|icx|diet)(?:-[\\d.]+)?(?:\\.exe)?");

  private static final Pattern MICROSOFT =
      Pattern.compile("(?:cl|clang-cl)(?:-[\\d.]+)?(?:\\.exe)?");

  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*", Pattern.DOTALL);

  private CompilerName() {}

  /** The last part of a path of either system. */
  static String last(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** Whether a program takes flags as Microsoft's compiler does. */
  static boolean isMicrosoft(String program) {
    return MICROSOFT.matcher(last(program).toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether a program's name is that of a C compiler, so that it may be asked questions. */
  public static boolean isGnu(String program) {
    return GNU.matcher(last(program)).matches();
  }

  /** Whether it starts another program, which its first argument names. */
  static boolean isLauncher(String program) {
    return LAUNCHERS.contains(last(program));
  }

  /** Whether its arguments are a call of a compiler, which it may or may not make. */
  public static boolean startsCompilers(String program) {
    return CACHES.contains(last(program));
  }

  /** The machine that a cross compiler is for, such as {@code arm-none-eabi}; or empty. */
  static String triple(String program) {
    Matcher matcher = GNU.matcher(last(program));
    String triple = matcher.matches() ? matcher.group("triple") : null;
    return triple == null || OF_THIS_MACHINE.contains(triple)
        ? ""
        : triple.substring(0, triple.length() - 1);
  }

  /** A call without what stands before the compiler: launchers, and settings of variables. */
  static List<String> withoutLaunchers(List<String> arguments) {
    int start = 0;
    while (start < arguments.size() - 1
        && (isLauncher(arguments.get(start))
            || ASSIGNMENT.matcher(arguments.get(start)).matches())) {
      start++;
    }
    return arguments.subList(start, arguments.size());
  }
}
