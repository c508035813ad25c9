// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.Extended;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A floating number to be shown in digits, exactly.
 *
 * @param special {@code inf} or {@code nan}; empty for a number
 * @param magnitude without the sign
 * @param raw as it was, for hexadecimal digits: 64 bits of significand with the leading one first
 */
record Decimals(boolean isNegative, String special, BigDecimal magnitude, Raw raw) {

  /** The value is {@code significand / 2^63 * 2^exponent}. */
  record Raw(long significand, int exponent, boolean isExtended) {}

  private static final Raw NONE = new Raw(0, 0, false);

  static Decimals of(double value) {
    boolean negative = Double.doubleToRawLongBits(value) < 0;
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return new Decimals(negative, Double.isNaN(value) ? "nan" : "inf", BigDecimal.ZERO, NONE);
    }
    long bits = Double.doubleToRawLongBits(value) & 0xf_ffff_ffff_ffffL;
    int exponent = Math.getExponent(value);
    boolean isNormal = exponent >= Double.MIN_EXPONENT;
    long significand = (isNormal ? bits | 1L << 52 : bits) << 11;
    int shown = value == 0 ? 0 : Math.max(exponent, Double.MIN_EXPONENT);
    return new Decimals(
        negative, "", new BigDecimal(Math.abs(value)), new Raw(significand, shown, false));
  }

  static Decimals of(Extended value) {
    if (value.isNan() || value.isInfinite()) {
      return new Decimals(value.isNegative(), value.isNan() ? "nan" : "inf", BigDecimal.ZERO, NONE);
    }
    int exponent = value.isZero() ? 0 : (value.signAndExponent() & 0x7fff) - 16383;
    return new Decimals(
        value.isNegative(), "", value.exact().abs(), new Raw(value.significand(), exponent, true));
  }

  boolean isFinite() {
    return special.isEmpty();
  }

  String fixed(int precision, boolean withPoint) {
    String text = magnitude.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    return withPoint && precision == 0 ? text + "." : text;
  }

  String scientific(int precision, boolean withPoint) {
    int exponent = 0;
    BigDecimal rounded = magnitude;
    if (magnitude.signum() != 0) {
      rounded = magnitude.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
      exponent = rounded.precision() - rounded.scale() - 1;
      rounded = rounded.movePointLeft(exponent);
    }
    String digits = rounded.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    String point = withPoint && precision == 0 ? "." : "";
    return digits + point + "e" + (exponent < 0 ? "-" : "+") + twoDigits(Math.abs(exponent));
  }

  private static String twoDigits(int exponent) {
    return exponent < 10 ? "0" + exponent : Integer.toString(exponent);
  }

  String general(int precision, boolean keepsZeros) {
    int exponent = 0;
    if (magnitude.signum() != 0) {
      BigDecimal rounded = magnitude.round(new MathContext(precision, RoundingMode.HALF_EVEN));
      exponent = rounded.precision() - rounded.scale() - 1;
    }
    if (exponent < -4 || exponent >= precision) {
      String text = scientific(precision - 1, keepsZeros);
      int e = text.indexOf('e');
      return keepsZeros ? text : trimmed(text.substring(0, e)) + text.substring(e);
    }
    String text = fixed(Math.max(0, precision - 1 - exponent), keepsZeros);
    return keepsZeros ? text : trimmed(text);
  }

  private static String trimmed(String digits) {
    if (digits.indexOf('.') < 0) {
      return digits;
    }
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /**
   * As glibc writes it: one digit of 1 bit before the point for doubles, of 4 bits for extended.
   */
  String hexadecimal(int precision) {
    int leading = raw.isExtended() ? 4 : 1;
    BigInteger significand =
        Forms.toBig(raw.significand(), dev.proviso.frontend.types.VoidType.VOID);
    int exponent = raw.exponent() - (raw.isExtended() && raw.significand() != 0 ? 3 : 0);
    int digits = raw.isExtended() ? 15 : 13;
    int total = 64 - leading;
    BigInteger all = significand;
    if (!raw.isExtended()) {
      all = significand.shiftRight(11);
      total = 52;
    }
    if (precision >= 0 && precision < digits) {
      int drop = total - 4 * precision;
      BigInteger half = BigInteger.ONE.shiftLeft(drop - 1);
      BigInteger down = all.shiftRight(drop);
      int order = all.subtract(down.shiftLeft(drop)).compareTo(half);
      all = order > 0 || order == 0 && down.testBit(0) ? down.add(BigInteger.ONE) : down;
      digits = precision;
    }
    String head = all.shiftRight(4 * digits).toString(16);
    String rest = all.subtract(all.shiftRight(4 * digits).shiftLeft(4 * digits)).toString(16);
    rest = digits == 0 ? "" : "0".repeat(digits - rest.length()) + rest;
    if (precision < 0) {
      rest = trimmed("." + rest);
      rest = rest.isEmpty() ? "" : rest.substring(1);
    } else {
      rest = rest + "0".repeat(precision - digits);
    }
    String point = rest.isEmpty() ? "" : "." + rest;
    return "0x" + head + point + "p" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
