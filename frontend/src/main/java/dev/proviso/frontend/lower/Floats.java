// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.FloatConst;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.types.Extended;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;

/** Computes with floating constants as IEEE 754 and the x87 do, rounding to nearest. */
final class Floats {
  private Floats() {}

  static FloatConst of(double value, FloatType type) {
    return switch (type) {
      case FLOAT -> FloatConst.of(Double.toString((float) value), type);
      case DOUBLE -> FloatConst.of(Double.toString(value), type);
      case EXTENDED, EXTENDED_12 -> of(Extended.of(value), type);
    };
  }

  static FloatConst of(BigInteger value, FloatType type) {
    return switch (type) {
      case FLOAT -> of(value.floatValue(), type);
      case DOUBLE -> of(value.doubleValue(), type);
      case EXTENDED, EXTENDED_12 -> of(Extended.of(value), type);
    };
  }

  private static FloatConst of(Extended value, Type type) {
    return FloatConst.of(value.text(), type);
  }

  /** From the text of a literal without its suffix, decimal or hexadecimal. */
  static FloatConst parse(String text, FloatType type) {
    return switch (type) {
      case FLOAT -> of(Float.parseFloat(text), type);
      case DOUBLE -> of(Double.parseDouble(text), type);
      case EXTENDED, EXTENDED_12 ->
          isHexadecimal(text) ? of(hexadecimal(text), type) : FloatConst.of(text, type);
    };
  }

  private static boolean isHexadecimal(String text) {
    return text.startsWith("0x") || text.startsWith("0X");
  }

  private static Extended hexadecimal(String text) {
    int power = Math.max(text.indexOf('p'), text.indexOf('P'));
    String digits = text.substring(2, power < 0 ? text.length() : power);
    int exponent = power < 0 ? 0 : Integer.parseInt(text.substring(power + 1));
    int point = digits.indexOf('.');
    int behind = point < 0 ? 0 : digits.length() - point - 1;
    return Extended.of(new BigInteger(digits.replace(".", ""), 16), exponent - 4 * behind);
  }

  static boolean isZero(FloatConst c) {
    return isExtended(c) ? extended(c).isZero() : value(c) == 0;
  }

  /** Zero with all its bits zero. */
  static boolean isPositiveZero(FloatConst c) {
    return isZero(c) && !c.value().startsWith("-");
  }

  private static boolean isExtended(FloatConst c) {
    return ((FloatType) c.type()).isExtended();
  }

  private static Extended extended(FloatConst c) {
    return isExtended(c) ? Extended.parse(c.value()) : Extended.of(Double.parseDouble(c.value()));
  }

  private static double value(FloatConst c) {
    return isExtended(c) ? extended(c).toDouble() : Double.parseDouble(c.value());
  }

  static Expr cast(FloatConst c, Type type) {
    return switch (type) {
      case FloatType f when f == c.type() -> c;
      case FloatType f when f == FloatType.FLOAT && isExtended(c) -> of(extended(c).toFloat(), f);
      case FloatType f -> of(value(c), f);
      case IntType t when t.isBool() -> IntConst.of(isZero(c) ? 0 : 1, t);
      case IntType t -> toInteger(c, t);
      default -> Expr.Cast.of(c, type);
    };
  }

  private static Expr toInteger(FloatConst c, IntType type) {
    Extended value = extended(c);
    if (value.isNan() || value.isInfinite()) {
      return Expr.Cast.of(c, type);
    }
    BigInteger whole = value.toInteger();
    boolean fits = whole.compareTo(type.min()) >= 0 && whole.compareTo(type.max()) <= 0;
    return fits ? IntConst.of(whole, type) : Expr.Cast.of(c, type);
  }

  /** What compilers take for a constant that the integer type does not hold. */
  static IntConst nearest(FloatConst c, IntType type) {
    Extended value = extended(c);
    return IntConst.of(
        value.isNan() ? BigInteger.ZERO : value.isNegative() ? type.min() : type.max(), type);
  }

  static Expr unary(UnaryOp op, FloatConst c) {
    return switch (op) {
      case NOT -> Exprs.truth(isZero(c));
      case NEGATE -> negated(c);
      case COMPLEMENT -> Expr.Unary.of(op, c);
    };
  }

  private static Expr negated(FloatConst c) {
    if (extended(c).isNan()) {
      // The text of a NaN has no sign.
      return Expr.Unary.of(UnaryOp.NEGATE, c);
    }
    return isExtended(c) ? of(extended(c).negate(), c.type()) : of(-value(c), (FloatType) c.type());
  }

  static Expr binary(BinaryOp op, FloatConst left, FloatConst right) {
    if (isExtended(left)) {
      return binary(op, left, right, extended(left), extended(right));
    }
    double a = value(left);
    double b = value(right);
    // Doubles hold twice the digits of floats and more: rounding their sum, product or quotient
    // once more is exact.
    return switch (op) {
      case ADD -> number(a + b, op, left, right);
      case SUBTRACT -> number(a - b, op, left, right);
      case MULTIPLY -> number(a * b, op, left, right);
      case DIVIDE -> number(a / b, op, left, right);
      case EQUAL -> Exprs.truth(a == b);
      case NOT_EQUAL -> Exprs.truth(a != b);
      case LESS -> Exprs.truth(a < b);
      case LESS_OR_EQUAL -> Exprs.truth(a <= b);
      case AND -> Exprs.truth(a != 0 && b != 0);
      case OR -> Exprs.truth(a != 0 || b != 0);
      case REMAINDER, BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT, POINTER_ADD ->
          Expr.Binary.of(op, left, right);
    };
  }

  /** A result; one that is no number stays an expression, as its sign is the machine's affair. */
  private static Expr number(double value, BinaryOp op, FloatConst left, FloatConst right) {
    return Double.isNaN(value)
        ? Expr.Binary.of(op, left, right)
        : of(value, (FloatType) left.type());
  }

  private static Expr binary(
      BinaryOp op, FloatConst left, FloatConst right, Extended a, Extended b) {
    return switch (op) {
      case ADD -> number(a.add(b), op, left, right);
      case SUBTRACT -> number(a.subtract(b), op, left, right);
      case MULTIPLY -> number(a.multiply(b), op, left, right);
      case DIVIDE -> number(a.divide(b), op, left, right);
      case EQUAL -> Exprs.truth(a.same(b));
      case NOT_EQUAL -> Exprs.truth(!a.same(b));
      case LESS -> Exprs.truth(a.less(b));
      case LESS_OR_EQUAL -> Exprs.truth(a.less(b) || a.same(b));
      case AND -> Exprs.truth(!a.isZero() && !b.isZero());
      case OR -> Exprs.truth(!a.isZero() || !b.isZero());
      case REMAINDER, BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT, POINTER_ADD ->
          Expr.Binary.of(op, left, right);
    };
  }

  private static Expr number(Extended value, BinaryOp op, FloatConst left, FloatConst right) {
    return value.isNan() ? Expr.Binary.of(op, left, right) : of(value, left.type());
  }
}
