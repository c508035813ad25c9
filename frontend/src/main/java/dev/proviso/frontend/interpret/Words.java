// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;

/** Arithmetic of integers of up to 64 bits and of pointers. */
final class Words {
  private Words() {}

  static Word fitted(Word value, Type type) {
    int bits = type instanceof IntType t ? t.bits() : (int) type.size() * 8;
    boolean signed = Forms.isSigned(type);
    return switch (bits) {
      case 8 -> signed ? f -> (byte) value.get(f) : f -> value.get(f) & 0xff;
      case 16 -> signed ? f -> (short) value.get(f) : f -> value.get(f) & 0xffff;
      case 32 -> signed ? f -> (int) value.get(f) : f -> value.get(f) & 0xffff_ffffL;
      case 64 -> value;
      default -> f -> Forms.fit(value.get(f), type);
    };
  }

  static Word binary(BinaryOp op, Type type, Word a, Word b, boolean isConstant, long constant) {
    boolean isInt = type.equals(IntType.INT);
    return switch (op) {
      case ADD, POINTER_ADD -> {
        if (isConstant) {
          yield isInt ? f -> (int) (a.get(f) + constant) : fitted(f -> a.get(f) + constant, type);
        }
        yield isInt ? f -> (int) (a.get(f) + b.get(f)) : fitted(f -> a.get(f) + b.get(f), type);
      }
      case SUBTRACT ->
          isInt ? f -> (int) (a.get(f) - b.get(f)) : fitted(f -> a.get(f) - b.get(f), type);
      case MULTIPLY ->
          isInt ? f -> (int) (a.get(f) * b.get(f)) : fitted(f -> a.get(f) * b.get(f), type);
      case DIVIDE ->
          Forms.isSigned(type)
              ? fitted(f -> divide(a.get(f), b.get(f)), type)
              : f -> divideUnsigned(a.get(f), b.get(f));
      case REMAINDER ->
          Forms.isSigned(type)
              ? f -> remainder(a.get(f), b.get(f))
              : f -> remainderUnsigned(a.get(f), b.get(f));
      case BIT_AND -> isConstant ? f -> a.get(f) & constant : f -> a.get(f) & b.get(f);
      case BIT_OR -> f -> a.get(f) | b.get(f);
      case BIT_XOR -> f -> a.get(f) ^ b.get(f);
      case SHIFT_LEFT ->
          isConstant
              ? fitted(f -> left(a.get(f), constant), type)
              : fitted(f -> left(a.get(f), b.get(f)), type);
      case SHIFT_RIGHT ->
          Forms.isSigned(type)
              ? f -> a.get(f) >> Math.min(63, b.get(f) & 0x7fff_ffffL)
              : f -> right(a.get(f), b.get(f));
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, AND, OR ->
          throw new IllegalArgumentException("a condition: " + op);
    };
  }

  static Test comparison(BinaryOp op, boolean signed, Word a, Word b, boolean isConstant, long c) {
    return switch (op) {
      case EQUAL -> isConstant ? f -> a.get(f) == c : f -> a.get(f) == b.get(f);
      case NOT_EQUAL -> isConstant ? f -> a.get(f) != c : f -> a.get(f) != b.get(f);
      case LESS -> {
        if (!signed) {
          yield f -> Long.compareUnsigned(a.get(f), b.get(f)) < 0;
        }
        yield isConstant ? f -> a.get(f) < c : f -> a.get(f) < b.get(f);
      }
      case LESS_OR_EQUAL -> {
        if (!signed) {
          yield f -> Long.compareUnsigned(a.get(f), b.get(f)) <= 0;
        }
        yield isConstant ? f -> a.get(f) <= c : f -> a.get(f) <= b.get(f);
      }
      default -> throw new IllegalArgumentException("no comparison: " + op);
    };
  }

  private static long divide(long a, long b) {
    return b == 0 ? 0 : a / b;
  }

  private static long divideUnsigned(long a, long b) {
    return b == 0 ? 0 : Long.divideUnsigned(a, b);
  }

  private static long remainder(long a, long b) {
    return b == 0 ? a : a % b;
  }

  private static long remainderUnsigned(long a, long b) {
    return b == 0 ? a : Long.remainderUnsigned(a, b);
  }

  private static long left(long a, long count) {
    return count < 0 || count > 63 ? 0 : a << count;
  }

  private static long right(long a, long count) {
    return count < 0 || count > 63 ? 0 : a >>> count;
  }
}
