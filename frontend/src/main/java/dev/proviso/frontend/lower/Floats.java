// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.FloatConst;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Computes with floating constants as IEEE 754 does, rounding to nearest. {@code long double} is
 * computed only where the result is exact; the rest stays an expression.
 */
final class Floats {
  private Floats() {}

  static FloatConst of(double value, FloatType type) {
    double rounded = type == FloatType.FLOAT ? (float) value : value;
    return FloatConst.of(Double.toString(rounded), type);
  }

  static FloatConst of(BigInteger value, FloatType type) {
    return switch (type) {
      case FLOAT -> of(value.floatValue(), type);
      case DOUBLE -> of(value.doubleValue(), type);
      case EXTENDED -> FloatConst.of(value.toString(), type);
    };
  }

  /** From the text of a literal without its suffix, decimal or hexadecimal. */
  static FloatConst parse(String text, FloatType type) {
    boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
    return switch (type) {
      case FLOAT -> of(Float.parseFloat(text), type);
      case DOUBLE -> of(Double.parseDouble(text), type);
      case EXTENDED ->
          FloatConst.of(
              hexadecimal
                  ? Double.toString(Double.parseDouble(text))
                  : new BigDecimal(text).toString(),
              type);
    };
  }

  static boolean isZero(FloatConst c) {
    return value(c) == 0;
  }

  private static double value(FloatConst c) {
    return Double.parseDouble(c.value());
  }

  static Expr cast(FloatConst c, Type type) {
    double value = value(c);
    return switch (type) {
      case FloatType f when f == FloatType.EXTENDED -> FloatConst.of(c.value(), f);
      case FloatType f
          when c.type() == FloatType.EXTENDED && !c.value().equals(Double.toString(value)) ->
          parse(c.value(), f);
      case FloatType f -> of(value, f);
      case IntType t when t.isBool() -> IntConst.of(value == 0 ? 0 : 1, t);
      case IntType t -> toInteger(c, t);
      default -> Expr.Cast.of(c, type);
    };
  }

  private static Expr toInteger(FloatConst c, IntType type) {
    double value = value(c);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Expr.Cast.of(c, type);
    }
    BigInteger whole = new BigDecimal(c.value()).toBigInteger();
    boolean fits = whole.compareTo(type.min()) >= 0 && whole.compareTo(type.max()) <= 0;
    return fits ? IntConst.of(whole, type) : Expr.Cast.of(c, type);
  }

  /** What compilers take for a constant that the integer type does not hold. */
  static IntConst nearest(FloatConst c, IntType type) {
    double value = value(c);
    return IntConst.of(
        Double.isNaN(value) ? BigInteger.ZERO : value < 0 ? type.min() : type.max(), type);
  }

  static Expr unary(UnaryOp op, FloatConst c) {
    return switch (op) {
      case NOT -> Exprs.truth(isZero(c));
      case NEGATE ->
          c.type() == FloatType.EXTENDED && !isZero(c)
              ? FloatConst.of(
                  c.value().startsWith("-") ? c.value().substring(1) : "-" + c.value(), c.type())
              : c.type() == FloatType.EXTENDED
                  ? Expr.Unary.of(op, c)
                  : of(-value(c), (FloatType) c.type());
      case COMPLEMENT -> Expr.Unary.of(op, c);
    };
  }

  static Expr binary(BinaryOp op, FloatConst left, FloatConst right) {
    FloatType type = (FloatType) left.type();
    if (type == FloatType.EXTENDED) {
      return Expr.Binary.of(op, left, right);
    }
    double a = value(left);
    double b = value(right);
    // Doubles hold twice the digits of floats and more: rounding their sum, product or quotient
    // once more is exact.
    return switch (op) {
      case ADD -> of(a + b, type);
      case SUBTRACT -> of(a - b, type);
      case MULTIPLY -> of(a * b, type);
      case DIVIDE -> of(a / b, type);
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
}
