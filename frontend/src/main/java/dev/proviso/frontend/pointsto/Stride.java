// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.types.IntType;

/**
 * What is known of an integer without running the program: {@code shift + k * step} for some
 * integer k.
 *
 * @param step 0 where the integer is {@code shift}
 */
record Stride(long shift, long step) {
  static final Stride ANY = new Stride(0, 1);

  /** The congruence of an offset in bytes. */
  static Stride of(Expr expr) {
    return switch (expr) {
      case Expr.IntConst c ->
          c.value().bitLength() < 62 ? new Stride(c.value().longValue(), 0) : ANY;
      case Expr.Cast c
          when c.type() instanceof IntType to && c.operand().type() instanceof IntType from ->
          of(c.operand())
              .through(
                  Math.min(from.bits(), to.bits()),
                  from.equals(to) || from.signed() && to.bits() >= from.bits());
      case Expr.Unary u when u.op() == UnaryOp.NEGATE -> of(u.operand()).times(-1);
      case Expr.Binary b -> of(b);
      case Expr.Cast c -> ANY;
      case Expr.Unary u -> ANY;
      case Expr.FloatConst c -> ANY;
      case Expr.Read r -> ANY;
      case Expr.AddressOf a -> ANY;
      case Expr.FunctionAddress f -> ANY;
      case Expr.Conditional c -> ANY;
    };
  }

  private static Stride of(Expr.Binary binary) {
    Stride left = of(binary.left());
    Stride right = of(binary.right());
    return switch (binary.op()) {
      case ADD, POINTER_ADD -> left.plus(right);
      case SUBTRACT -> left.plus(right.times(-1));
      case MULTIPLY ->
          right.step == 0
              ? left.times(right.shift)
              : left.step == 0 ? right.times(left.shift) : ANY;
      case SHIFT_LEFT ->
          right.step == 0 && right.shift >= 0 && right.shift < 32
              ? left.times(1L << right.shift)
              : ANY;
      case DIVIDE, REMAINDER, BIT_AND, BIT_OR, BIT_XOR, SHIFT_RIGHT -> ANY;
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, AND, OR -> ANY;
    };
  }

  private Stride plus(Stride other) {
    return new Stride(shift + other.shift, gcd(step, other.step));
  }

  Stride times(long factor) {
    return factor == 0 ? new Stride(0, 0) : new Stride(shift * factor, Math.abs(step * factor));
  }

  // A narrower type wraps: only the factors of 2 of the step survive. 64 bits do not wrap inside
  // one object.
  private Stride through(int bits, boolean valueKept) {
    if (step == 0) {
      return valueKept || (shift >= 0 && shift < 1L << Math.min(bits - 1, 61)) ? this : ANY;
    }
    return bits >= 64 ? this : new Stride(shift, gcd(step, 1L << bits));
  }

  static long gcd(long a, long b) {
    long x = Math.abs(a);
    long y = Math.abs(b);
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }

  /** The binary operations that keep an address an address of the same object, or near it. */
  static boolean keepsAddress(BinaryOp op) {
    return switch (op) {
      case ADD, SUBTRACT, POINTER_ADD, BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT -> true;
      case MULTIPLY,
          DIVIDE,
          REMAINDER,
          SHIFT_RIGHT,
          EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_OR_EQUAL,
          AND,
          OR ->
          false;
    };
  }
}
