// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.types;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A number of the x87 extended format, rounded to nearest, ties to even.
 *
 * @param signAndExponent the upper 16 bits
 * @param significand the lower 64 bits, the leading one included
 */
public record Extended(int signAndExponent, long significand) {
  private static final int MAX_EXPONENT = 0x7fff;
  private static final int LEAST = -16445;
  public static final Extended ZERO = new Extended(0, 0);
  public static final Extended NAN = new Extended(0xffff, 0xC000_0000_0000_0000L);

  public static Extended infinity(boolean negative) {
    return new Extended(MAX_EXPONENT | (negative ? 0x8000 : 0), Long.MIN_VALUE);
  }

  public static Extended of(double value) {
    if (Double.isNaN(value)) {
      long bits = Double.doubleToRawLongBits(value);
      return new Extended(bits < 0 ? 0xffff : MAX_EXPONENT, Long.MIN_VALUE | bits << 11);
    }
    if (Double.isInfinite(value)) {
      return infinity(value < 0);
    }
    if (value == 0) {
      return Double.doubleToRawLongBits(value) < 0 ? ZERO.negate() : ZERO;
    }
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
    long bits = Double.doubleToRawLongBits(value) & 0xf_ffff_ffff_ffffL;
    long whole = Math.getExponent(value) < Double.MIN_EXPONENT ? bits : bits | 1L << 52;
    return round(value < 0, BigInteger.valueOf(whole), exponent);
  }

  public static Extended of(BigInteger value) {
    return round(value.signum() < 0, value.abs(), 0);
  }

  /** {@code whole * 2^exponent}. */
  public static Extended of(BigInteger whole, int exponent) {
    return round(whole.signum() < 0, whole.abs(), exponent);
  }

  /** From a decimal number, {@code Infinity} or {@code NaN}. */
  public static Extended parse(String text) {
    String bare = text.startsWith("-") ? text.substring(1) : text;
    boolean negative = text.startsWith("-");
    if (bare.equals("NaN")) {
      return new Extended(negative ? 0xffff : MAX_EXPONENT, NAN.significand);
    }
    if (bare.equals("Infinity")) {
      return infinity(negative);
    }
    BigDecimal value = new BigDecimal(bare);
    if (value.signum() == 0) {
      return negative ? ZERO.negate() : ZERO;
    }
    if (value.precision() - value.scale() > 5000) {
      return infinity(negative);
    }
    if (value.precision() - value.scale() < -5000) {
      return negative ? ZERO.negate() : ZERO;
    }
    BigInteger unscaled = value.unscaledValue();
    return value.scale() <= 0
        ? round(negative, unscaled.multiply(BigInteger.TEN.pow(-value.scale())), 0)
        : quotient(negative, unscaled, BigInteger.TEN.pow(value.scale()), 0);
  }

  private static Extended quotient(boolean negative, BigInteger a, BigInteger b, int exponent) {
    int shift = Math.max(0, b.bitLength() - a.bitLength() + 70);
    BigInteger[] parts = a.shiftLeft(shift).divideAndRemainder(b);
    BigInteger sticky = BigInteger.valueOf(parts[1].signum());
    return round(negative, parts[0].shiftLeft(1).or(sticky), exponent - shift - 1);
  }

  /** The number nearest to {@code whole * 2^exponent}. */
  private static Extended round(boolean negative, BigInteger whole, int exponent) {
    int sign = negative ? 0x8000 : 0;
    if (whole.signum() == 0) {
      return new Extended(sign, 0);
    }
    int last = Math.max(exponent + whole.bitLength() - 64, LEAST);
    BigInteger rounded = shifted(whole, exponent - last);
    if (rounded.bitLength() > 64) {
      rounded = rounded.shiftRight(1);
      last++;
    }
    int biased = rounded.bitLength() == 64 ? last + 63 + 16383 : 0;
    return biased >= MAX_EXPONENT
        ? infinity(negative)
        : new Extended(sign | biased, rounded.longValue());
  }

  private static BigInteger shifted(BigInteger whole, int left) {
    if (left >= 0) {
      return whole.shiftLeft(left);
    }
    BigInteger down = whole.shiftRight(-left);
    boolean half = whole.testBit(-left - 1);
    boolean more = half && whole.getLowestSetBit() < -left - 1;
    return half && (more || down.testBit(0)) ? down.add(BigInteger.ONE) : down;
  }

  public boolean isNegative() {
    return (signAndExponent & 0x8000) != 0;
  }

  public boolean isNan() {
    return biased() == MAX_EXPONENT && significand << 1 != 0;
  }

  public boolean isInfinite() {
    return biased() == MAX_EXPONENT && significand << 1 == 0;
  }

  public boolean isZero() {
    return significand == 0 && biased() != MAX_EXPONENT;
  }

  private int biased() {
    return signAndExponent & MAX_EXPONENT;
  }

  private int exponent() {
    return Math.max(biased(), 1) - 16383 - 63;
  }

  private BigInteger whole() {
    BigInteger big = BigInteger.valueOf(significand);
    return significand < 0 ? big.add(BigInteger.ONE.shiftLeft(64)) : big;
  }

  private BigInteger signedWhole() {
    return isNegative() ? whole().negate() : whole();
  }

  public Extended negate() {
    return new Extended(signAndExponent ^ 0x8000, significand);
  }

  public Extended add(Extended o) {
    if (isNan() || o.isNan()) {
      return isNan() ? this : o;
    }
    if (isInfinite() || o.isInfinite()) {
      boolean clash = isInfinite() && o.isInfinite() && isNegative() != o.isNegative();
      return clash ? NAN : isInfinite() ? this : o;
    }
    int low = Math.min(exponent(), o.exponent());
    BigInteger sum =
        signedWhole()
            .shiftLeft(exponent() - low)
            .add(o.signedWhole().shiftLeft(o.exponent() - low));
    boolean negative = sum.signum() == 0 ? isNegative() && o.isNegative() : sum.signum() < 0;
    return round(negative, sum.abs(), low);
  }

  public Extended subtract(Extended o) {
    return o.isNan() ? (isNan() ? this : o) : add(o.negate());
  }

  public Extended multiply(Extended o) {
    if (isNan() || o.isNan()) {
      return isNan() ? this : o;
    }
    boolean negative = isNegative() != o.isNegative();
    if (isInfinite() || o.isInfinite()) {
      return isZero() || o.isZero() ? NAN : infinity(negative);
    }
    return round(negative, whole().multiply(o.whole()), exponent() + o.exponent());
  }

  public Extended divide(Extended o) {
    if (isNan() || o.isNan()) {
      return isNan() ? this : o;
    }
    boolean negative = isNegative() != o.isNegative();
    if (isInfinite() || o.isZero()) {
      return isInfinite() && o.isInfinite() || isZero() && o.isZero() ? NAN : infinity(negative);
    }
    if (o.isInfinite() || isZero()) {
      return new Extended(negative ? 0x8000 : 0, 0);
    }
    return quotient(negative, whole(), o.whole(), exponent() - o.exponent());
  }

  public boolean same(Extended o) {
    return !isNan() && !o.isNan() && (isZero() && o.isZero() || equals(o));
  }

  public boolean less(Extended o) {
    if (isNan() || o.isNan() || same(o)) {
      return false;
    }
    if (isInfinite() || o.isInfinite()) {
      return isInfinite() ? isNegative() : !o.isNegative();
    }
    return exact().compareTo(o.exact()) < 0;
  }

  /** What {@link #parse} reads as this number, signs of NaNs aside. */
  public String text() {
    String sign = isNegative() ? "-" : "";
    if (isNan()) {
      return "NaN";
    }
    if (isInfinite()) {
      return sign + "Infinity";
    }
    return isZero() ? sign + "0.0" : exact().stripTrailingZeros().toString();
  }

  /** The value, which is finite. */
  public BigDecimal exact() {
    BigDecimal value = new BigDecimal(signedWhole());
    return exponent() >= 0
        ? value.multiply(new BigDecimal(BigInteger.TWO.pow(exponent())))
        : value.divide(new BigDecimal(BigInteger.TWO.pow(-exponent())));
  }

  public double toDouble() {
    if (isNan()) {
      long bits = 0x7ff8_0000_0000_0000L | significand << 1 >>> 12;
      return Double.longBitsToDouble(isNegative() ? bits | Long.MIN_VALUE : bits);
    }
    if (isInfinite()) {
      return isNegative() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (isZero()) {
      return isNegative() ? -0.0 : 0.0;
    }
    double value = exact().doubleValue();
    return value == 0 && isNegative() ? -0.0 : value;
  }

  public double toFloat() {
    if (isNan() || isInfinite() || isZero()) {
      return toDouble();
    }
    float value = exact().floatValue();
    return value == 0 && isNegative() ? -0.0 : value;
  }

  /** Towards zero; 0 where it is not finite. */
  public BigInteger toInteger() {
    return biased() == MAX_EXPONENT ? BigInteger.ZERO : exact().toBigInteger();
  }
}
