// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import java.util.Locale;

/** One {@code %…} of a format. */
final class Conversion {
  int width;
  int precision = -1;
  String length = "";

  /** As the format has it. */
  String text = "";

  boolean isAlternative;
  private boolean isLeft;
  private boolean hasZeros;
  private boolean hasPlus;
  private boolean hasSpace;

  /** Takes a flag; false where the character is none. */
  boolean flag(char c) {
    switch (c) {
      case '-' -> isLeft = true;
      case '0' -> hasZeros = true;
      case '+' -> hasPlus = true;
      case ' ' -> hasSpace = true;
      case '#' -> isAlternative = true;
      case '\'' -> {}
      default -> {
        return false;
      }
    }
    return true;
  }

  void setWidth(int given) {
    isLeft |= given < 0;
    width = Math.abs(given);
  }

  /** What stands before a number that is not negative. */
  String plus() {
    return hasPlus ? "+" : hasSpace ? " " : "";
  }

  String number(String sign, String digits) {
    String shown = precision == 0 && digits.equals("0") ? "" : digits;
    if (shown.length() < precision) {
      shown = "0".repeat(precision - shown.length()) + shown;
    }
    return padded(sign, shown, hasZeros && precision < 0);
  }

  private String padded(String sign, String text, boolean zeros) {
    int missing = width - sign.length() - text.length();
    if (missing <= 0) {
      return sign + text;
    }
    if (isLeft) {
      return sign + text + " ".repeat(missing);
    }
    return zeros ? sign + "0".repeat(missing) + text : " ".repeat(missing) + sign + text;
  }

  byte[] padded(byte[] text) {
    int missing = Math.max(0, width - text.length);
    byte[] result = new byte[text.length + missing];
    java.util.Arrays.fill(result, (byte) ' ');
    System.arraycopy(text, 0, result, isLeft ? 0 : missing, text.length);
    return result;
  }

  String floating(Decimals number, char letter) {
    String sign = number.isNegative() ? "-" : plus();
    String text;
    if (number.isFinite()) {
      text =
          switch (Character.toLowerCase(letter)) {
            case 'f' -> number.fixed(precision < 0 ? 6 : precision, isAlternative);
            case 'e' -> number.scientific(precision < 0 ? 6 : precision, isAlternative);
            case 'g' -> number.general(precision < 0 ? 6 : Math.max(1, precision), isAlternative);
            default -> number.hexadecimal(precision);
          };
    } else {
      text = number.special();
    }
    boolean isHexadecimal = Character.toLowerCase(letter) == 'a' && number.isFinite();
    String shown =
        padded(
            isHexadecimal ? sign + "0x" : sign,
            isHexadecimal ? text.substring(2) : text,
            hasZeros && number.isFinite());
    return Character.isUpperCase(letter) ? shown.toUpperCase(Locale.ROOT) : shown;
  }
}
