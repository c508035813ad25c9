// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import java.util.List;

/**
 * A random program that leaves open what a choice of the environment and a probe are: it is asked
 * which numbers can reach the probe. {@code CHOOSE2}, {@code CHOOSE3} and {@code CHOOSE4} have so
 * many values from 0 on.
 *
 * @param text holds {@link #OPEN} once, before all functions
 * @param state values that tell all that the program remembers at {@link #HEAD}; empty where the
 *     text has none
 */
record RandomSource(String text, List<String> state) {
  static final String OPEN = "OPEN";
  static final String HEAD = "HEAD;";

  private static final List<String> CHOICES =
      List.of(
          """
          #define CHOOSE2 (__VERIFIER_nondet_int() != 0)
          #define CHOOSE3 ((int)(__VERIFIER_nondet_uint() % 3))
          #define CHOOSE4 (__VERIFIER_nondet_int() & 3)
          """,
          """
          static int choose(int n) { int c = __VERIFIER_nondet_int(); __VERIFIER_assume(c >= 0 && c < n); return c; }
          #define CHOOSE2 choose(2)
          #define CHOOSE3 choose(3)
          #define CHOOSE4 choose(4)
          """,
          """
          static int choose(int n) { int c = __VERIFIER_nondet_int(); if (c < 0 || c >= n) return 0; return c; }
          #define CHOOSE2 choose(2)
          #define CHOOSE3 choose(3)
          #define CHOOSE4 choose(4)
          """,
          """
          static int choose(int n) {
            switch (__VERIFIER_nondet_short()) {
            case 1: return 1;
            case 2: return n > 2 ? 2 : 0;
            case 3: return n > 3 ? 3 : 1;
            default: return 0;
            }
          }
          #define CHOOSE2 choose(2)
          #define CHOOSE3 choose(3)
          #define CHOOSE4 choose(4)
          """,
          """
          #define CHOOSE2 ((int)__VERIFIER_nondet_bool())
          #define CHOOSE3 (__VERIFIER_nondet_bool() ? 2 : (int)__VERIFIER_nondet_bool())
          #define CHOOSE4 (__VERIFIER_nondet_bool() + 2 * __VERIFIER_nondet_bool())
          """);

  private static final String ENVIRONMENT =
      """
      void __VERIFIER_assume(int);
      int __VERIFIER_nondet_int(void); unsigned __VERIFIER_nondet_uint(void); short __VERIFIER_nondet_short(void);
      _Bool __VERIFIER_nondet_bool(void);
      """;

  /** The program as a task: an error if that number reaches the probe. */
  String task(long seed, long number) {
    String probe =
        "#define PROBE(e) if ((long long)(e) == (long long)0x%xull) reach_error()\n"
            .formatted(number);
    return text.replace(OPEN, environment(seed) + "void reach_error(void);\n" + probe)
        .replace(HEAD, "");
  }

  /** Declares what the environment chooses, in one of several ways. */
  static String environment(long seed) {
    return ENVIRONMENT + CHOICES.get((int) Long.remainderUnsigned(seed, CHOICES.size()));
  }

  /** The program as {@link Enumeration} wants it. */
  String enumerated() {
    StringBuilder head = new StringBuilder("printf(\"" + Enumeration.STATE);
    state.forEach(s -> head.append(" %d"));
    head.append("\\n\"");
    state.forEach(s -> head.append(", (int)(").append(s).append(")"));
    return text.replace(
            OPEN,
            "int printf(const char *, ...); int fflush(void *);\n"
                + Enumeration.CHOICES
                + "#define PROBE(e) printf(\"%lld\\n\", (long long)(e))\n")
        .replace(HEAD, head + "); fflush(0);");
  }

  /** The program as {@link GccOracle} wants it; only if it comes to an end. */
  String compiled() {
    return text.replace(OPEN, GccOracle.MACROS);
  }
}
