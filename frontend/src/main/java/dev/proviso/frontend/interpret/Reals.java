// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.types.Type;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Arithmetic of floats and doubles as x86-64 does it, NaNs included. */
final class Reals {
  private static final double TWO_31 = 0x1p31;
  private static final double TWO_63 = 0x1p63;

  /** What an operation without a result gives: the sign bit is set. */
  private static final double NO_RESULT = Double.longBitsToDouble(0xFFF8_0000_0000_0000L);

  private Reals() {}

  static Real binary(BinaryOp op, boolean isFloat, Real a, Real b) {
    return switch (op) {
      case ADD ->
          isFloat
              ? f -> checked((float) (a.get(f) + b.get(f)), f, a, b)
              : f -> checked(a.get(f) + b.get(f), f, a, b);
      case SUBTRACT ->
          isFloat
              ? f -> checked((float) (a.get(f) - b.get(f)), f, a, b)
              : f -> checked(a.get(f) - b.get(f), f, a, b);
      case MULTIPLY ->
          isFloat
              ? f -> checked((float) (a.get(f) * b.get(f)), f, a, b)
              : f -> checked(a.get(f) * b.get(f), f, a, b);
      case DIVIDE ->
          isFloat
              ? f -> checked((float) (a.get(f) / b.get(f)), f, a, b)
              : f -> checked(a.get(f) / b.get(f), f, a, b);
      default -> throw new IllegalArgumentException("no operation of floats: " + op);
    };
  }

  // Operands are evaluated again, which is rare and has no effect.
  private static double checked(double result, Frame f, Real a, Real b) {
    if (!Double.isNaN(result)) {
      return result;
    }
    double left = a.get(f);
    double right = b.get(f);
    return Double.isNaN(left) ? quiet(left) : Double.isNaN(right) ? quiet(right) : NO_RESULT;
  }

  private static double quiet(double value) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(value) | 0x0008_0000_0000_0000L);
  }

  /** The nearest double of an unsigned number. */
  static double ofUnsigned(long value) {
    if (value >= 0) {
      return value;
    }
    // The bit that is lost counts as one below the half.
    return (value >>> 1 | value & 1) * 2.0;
  }

  static double floatOfUnsigned(long value) {
    return value >= 0 ? (float) value : (float) (value >>> 1 | value & 1) * 2.0f;
  }

  /** The conversion to an integer, out of its range as x86-64 does it. */
  static Word toWord(Real value, Type type) {
    int bits = (int) type.size() * 8;
    if (bits < 32 || bits == 32 && Forms.isSigned(type)) {
      return Words.fitted(f -> toInt(value.get(f)), type);
    }
    return Forms.isSigned(type) || bits < 64
        ? Words.fitted(f -> toLong(value.get(f)), type)
        : f -> toUnsigned(value.get(f));
  }

  private static long toInt(double value) {
    return value > -TWO_31 - 1 && value < TWO_31 ? (long) value : Integer.MIN_VALUE;
  }

  private static long toLong(double value) {
    return value >= -TWO_63 && value < TWO_63 ? (long) value : Long.MIN_VALUE;
  }

  private static long toUnsigned(double value) {
    return value >= TWO_63 ? toLong(value - TWO_63) ^ Long.MIN_VALUE : toLong(value);
  }

  static BigInteger toBig(double value) {
    return Double.isNaN(value) || Double.isInfinite(value)
        ? BigInteger.ZERO
        : new BigDecimal(value).toBigInteger();
  }

  static double parse(String text, boolean isFloat) {
    double value = Double.parseDouble(text);
    return isFloat ? (float) value : value;
  }
}
