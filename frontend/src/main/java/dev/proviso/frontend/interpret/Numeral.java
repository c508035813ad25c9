// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.Extended;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.function.LongToIntFunction;

/**
 * A number at the start of a text, as {@code strtol} and {@code strtod} read it.
 *
 * @param length how many characters it takes, white space before it included; 0 where there is none
 * @param text what of it counts; for integers the digits with their sign
 * @param base of the digits
 */
record Numeral(int length, String text, int base) {

  static Numeral integer(LongToIntFunction at, int wantedBase) {
    int i = space(at);
    boolean negative = at.applyAsInt(i) == '-';
    if (negative || at.applyAsInt(i) == '+') {
      i++;
    }
    int base = wantedBase;
    boolean isHexadecimal =
        at.applyAsInt(i) == '0'
            && (at.applyAsInt(i + 1) | 32) == 'x'
            && Character.digit(at.applyAsInt(i + 2), 16) >= 0;
    if ((base == 0 || base == 16) && isHexadecimal) {
      i += 2;
      base = 16;
    } else if (base == 0) {
      base = at.applyAsInt(i) == '0' ? 8 : 10;
    }
    StringBuilder digits = new StringBuilder();
    while (at.applyAsInt(i) < 128 && Character.digit(at.applyAsInt(i), base) >= 0) {
      digits.append((char) at.applyAsInt(i++));
    }
    return digits.isEmpty()
        ? new Numeral(0, "0", base)
        : new Numeral(i, (negative ? "-" : "") + digits, base);
  }

  private static int space(LongToIntFunction at) {
    int i = 0;
    while (CharacterFunctions.isSpace(at.applyAsInt(i))) {
      i++;
    }
    return i;
  }

  private BigInteger value() {
    return new BigInteger(text, base);
  }

  boolean fits(int bits, boolean signed) {
    return signed ? value().bitLength() < bits : value().abs().bitLength() <= bits;
  }

  /** The value, or the nearest one that can be told. Negative ones wrap where there is no sign. */
  long fitted(int bits, boolean signed) {
    if (fits(bits, signed)) {
      long value = value().longValue();
      return bits == 32 && !signed ? value & 0xffff_ffffL : value;
    }
    if (!signed) {
      return -1L >>> 64 - bits;
    }
    long most = -1L >>> 65 - bits;
    return value().signum() < 0 ? -most - 1 : most;
  }

  static Numeral real(LongToIntFunction at) {
    int start = space(at);
    int i = start;
    if (at.applyAsInt(i) == '-' || at.applyAsInt(i) == '+') {
      i++;
    }
    String sign = at.applyAsInt(start) == '-' ? "-" : "";
    for (String word : new String[] {"infinity", "inf", "nan"}) {
      if (matches(at, i, word)) {
        return new Numeral(i + word.length(), sign + word, 10);
      }
    }
    boolean hexadecimal =
        at.applyAsInt(i) == '0'
            && (at.applyAsInt(i + 1) | 32) == 'x'
            && (Character.digit(at.applyAsInt(i + 2), 16) >= 0
                || at.applyAsInt(i + 2) == '.' && Character.digit(at.applyAsInt(i + 3), 16) >= 0);
    StringBuilder out = new StringBuilder(sign);
    int base = hexadecimal ? 16 : 10;
    if (hexadecimal) {
      out.append("0x");
      i += 2;
    }
    int before = i;
    i = digits(at, i, base, out);
    int count = i - before;
    if (at.applyAsInt(i) == '.') {
      out.append('.');
      int after = digits(at, i + 1, base, out);
      count += after - i - 1;
      i = after;
    }
    if (count == 0) {
      return new Numeral(0, "0", 10);
    }
    return exponent(at, i, hexadecimal, out);
  }

  private static Numeral exponent(
      LongToIntFunction at, int start, boolean hexadecimal, StringBuilder out) {
    int i = start;
    if ((at.applyAsInt(i) | 32) == (hexadecimal ? 'p' : 'e')) {
      int sign = at.applyAsInt(i + 1) == '-' || at.applyAsInt(i + 1) == '+' ? 1 : 0;
      if (CharacterFunctions.isDigit(at.applyAsInt(i + 1 + sign))) {
        out.append(hexadecimal ? 'p' : 'e');
        if (sign == 1) {
          out.append((char) at.applyAsInt(i + 1));
        }
        return new Numeral(digits(at, i + 1 + sign, 10, out), out.toString(), 10);
      }
    }
    return new Numeral(i, hexadecimal ? out + "p0" : out.toString(), 10);
  }

  private static int digits(LongToIntFunction at, int start, int base, StringBuilder out) {
    int i = start;
    while (at.applyAsInt(i) < 128 && Character.digit(at.applyAsInt(i), base) >= 0) {
      out.append((char) at.applyAsInt(i++));
    }
    return i;
  }

  private static boolean matches(LongToIntFunction at, int start, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (CharacterFunctions.lower(at.applyAsInt(start + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String javaText() {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.endsWith("inf") || lower.endsWith("infinity")
        ? lower.startsWith("-") ? "-Infinity" : "Infinity"
        : lower.endsWith("nan") ? "NaN" : text;
  }

  double toDouble() {
    double value = Double.parseDouble(javaText());
    return Double.isNaN(value) && text.startsWith("-")
        ? Double.longBitsToDouble(0xFFF8_0000_0000_0000L)
        : value;
  }

  double toFloat() {
    return Float.parseFloat(javaText());
  }

  Extended toExtended() {
    String java = javaText();
    if (java.contains("x") || java.contains("N")) {
      return Extended.of(toDouble());
    }
    return Extended.parse(java.startsWith("I") || java.startsWith("-I") ? java : plain(java));
  }

  private static String plain(String text) {
    BigDecimal value = new BigDecimal(text);
    return value.signum() == 0 && text.startsWith("-") ? "-0" : value.toString();
  }
}
