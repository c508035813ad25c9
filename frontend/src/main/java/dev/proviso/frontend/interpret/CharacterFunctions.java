// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import java.util.Map;
import java.util.function.IntPredicate;

/** {@code ctype.h} in the C locale, and the tables behind glibc's macros. */
final class CharacterFunctions {
  private CharacterFunctions() {}

  static void addTo(Map<String, Library.WordFunction> f) {
    add(f, "isalnum", CharacterFunctions::isAlphanumeric);
    add(f, "isalpha", CharacterFunctions::isLetter);
    add(f, "isblank", c -> c == ' ' || c == '\t');
    add(f, "iscntrl", c -> c < 32 || c == 127);
    add(f, "isdigit", CharacterFunctions::isDigit);
    add(f, "isgraph", c -> c > 32 && c < 127);
    add(f, "islower", c -> c >= 'a' && c <= 'z');
    add(f, "isprint", c -> c >= 32 && c < 127);
    add(f, "ispunct", CharacterFunctions::isPunctuation);
    add(f, "isspace", CharacterFunctions::isSpace);
    add(f, "isupper", c -> c >= 'A' && c <= 'Z');
    add(f, "isxdigit", CharacterFunctions::isHexadecimal);
    add(f, "isascii", c -> c < 128);
    f.put("tolower", (m, a) -> lower(a.integer(0)));
    f.put("toupper", (m, a) -> upper(a.integer(0)));
    f.put("toascii", (m, a) -> a.integer(0) & 127);
    f.put("__ctype_b_loc", (m, a) -> m.library.tables().classes());
    f.put("__ctype_tolower_loc", (m, a) -> m.library.tables().lower());
    f.put("__ctype_toupper_loc", (m, a) -> m.library.tables().upper());
  }

  private static void add(
      Map<String, Library.WordFunction> f, String name, IntPredicate predicate) {
    f.put(
        name,
        (m, a) -> a.integer(0) >= 0 && a.integer(0) < 256 && predicate.test(a.integer(0)) ? 1 : 0);
  }

  static boolean isSpace(int c) {
    return c == ' ' || c >= 9 && c <= 13;
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isAlphanumeric(int c) {
    return isLetter(c) || isDigit(c);
  }

  static boolean isPunctuation(int c) {
    return c > 32 && c < 127 && !isAlphanumeric(c);
  }

  static boolean isHexadecimal(int c) {
    return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  static int lower(int c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }

  static int upper(int c) {
    return c >= 'a' && c <= 'z' ? c - 32 : c;
  }
}
