// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.types.Extended;
import dev.proviso.frontend.types.IntType;
import java.math.BigInteger;

/** Arithmetic of integers of 128 bits and of the extended format. */
final class Wides {
  private Wides() {}

  static Object binary(BinaryOp op, IntType type, BigInteger a, BigInteger b) {
    BigInteger result =
        switch (op) {
          case ADD -> a.add(b);
          case SUBTRACT -> a.subtract(b);
          case MULTIPLY -> a.multiply(b);
          case DIVIDE -> b.signum() == 0 ? BigInteger.ZERO : a.divide(b);
          case REMAINDER -> b.signum() == 0 ? a : a.remainder(b);
          case BIT_AND -> a.and(b);
          case BIT_OR -> a.or(b);
          case BIT_XOR -> a.xor(b);
          case POINTER_ADD,
              SHIFT_LEFT,
              SHIFT_RIGHT,
              EQUAL,
              NOT_EQUAL,
              LESS,
              LESS_OR_EQUAL,
              AND,
              OR ->
              throw new IllegalArgumentException("not here: " + op);
        };
    return type.wrap(result);
  }

  static Object shift(BinaryOp op, IntType type, BigInteger a, long count) {
    int by = (int) Math.max(0, Math.min(count, 128));
    return type.wrap(op == BinaryOp.SHIFT_LEFT ? a.shiftLeft(by) : a.shiftRight(by));
  }

  static Object binary(BinaryOp op, Extended a, Extended b) {
    return switch (op) {
      case ADD -> a.add(b);
      case SUBTRACT -> a.subtract(b);
      case MULTIPLY -> a.multiply(b);
      case DIVIDE -> a.divide(b);
      default -> throw new IllegalArgumentException("no operation of floats: " + op);
    };
  }

  static boolean compare(BinaryOp op, Object a, Object b) {
    if (a instanceof Extended x && b instanceof Extended y) {
      return switch (op) {
        case EQUAL -> x.same(y);
        case NOT_EQUAL -> !x.same(y);
        case LESS -> x.less(y);
        case LESS_OR_EQUAL -> x.less(y) || x.same(y);
        default -> throw new IllegalArgumentException("no comparison: " + op);
      };
    }
    int order = ((BigInteger) a).compareTo((BigInteger) b);
    return switch (op) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      default -> throw new IllegalArgumentException("no comparison: " + op);
    };
  }

  static boolean isZero(Object value) {
    return value instanceof Extended x ? x.isZero() : ((BigInteger) value).signum() == 0;
  }
}
