// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.List;

/**
 * Where the result of an operation on addresses may point to.
 *
 * <p>An integer carries what was cast to it, at any width, so that pointers copied by bytes are
 * followed. Products, quotients, remainders, right shifts, negated integers and differences of
 * pointers are no addresses any more; bits that a mask leaves below 4096 are none either; bits set
 * or cleared below 8 do not move an address.
 */
final class AddressArithmetic {
  private static final BigInteger PAGE = BigInteger.valueOf(4096);
  private static final BigInteger TAGS = BigInteger.valueOf(8);

  private AddressArithmetic() {}

  /** The result may be an address in the objects that the operand points to, moved. */
  record Moved(Expr from, Stride by) {}

  /**
   * True if the result may be a number that is no address though the operands are addresses or
   * null.
   */
  static boolean makesNumbers(Expr.Binary binary) {
    return binary.op() != BinaryOp.POINTER_ADD;
  }

  static List<Moved> of(Expr.Binary binary) {
    if (!Stride.keepsAddress(binary.op()) || isDifference(binary)) {
      return List.of();
    }
    Expr left = binary.left();
    Expr right = binary.right();
    boolean wide = binary.type().size() * 8 >= 32;
    return switch (binary.op()) {
      case POINTER_ADD ->
          isNumber(left)
              ? List.of(new Moved(right, Stride.of(left)))
              : List.of(new Moved(left, Stride.of(right)));
      case ADD ->
          List.of(
              new Moved(left, wide ? Stride.of(right) : Stride.ANY),
              new Moved(right, wide ? Stride.of(left) : Stride.ANY));
      case SUBTRACT -> List.of(new Moved(left, wide ? Stride.of(right).times(-1) : Stride.ANY));
      default -> bits(binary);
    };
  }

  private static boolean isNumber(Expr expr) {
    return expr instanceof Expr.IntConst || expr instanceof Expr.Cast c && isNumber(c.operand());
  }

  private static List<Moved> bits(Expr.Binary binary) {
    Expr constant = binary.right() instanceof Expr.IntConst ? binary.right() : binary.left();
    Stride moved = Stride.ANY;
    if (constant instanceof Expr.IntConst c) {
      BigInteger bits = c.value();
      boolean isMask = binary.op() == BinaryOp.BIT_AND;
      if (isMask && bits.signum() >= 0 && bits.compareTo(PAGE) < 0) {
        return List.of();
      }
      BigInteger touched =
          isMask ? bits.signum() < 0 ? bits.not() : complement(bits, binary.type()) : bits;
      if (binary.op() != BinaryOp.SHIFT_LEFT
          && touched.signum() >= 0
          && touched.compareTo(TAGS) < 0) {
        moved = new Stride(0, 0);
      }
    }
    return binary.op() == BinaryOp.SHIFT_LEFT
        ? List.of(new Moved(binary.left(), moved))
        : List.of(new Moved(binary.left(), moved), new Moved(binary.right(), moved));
  }

  private static BigInteger complement(BigInteger bits, Type type) {
    return BigInteger.ONE.shiftLeft((int) type.size() * 8).subtract(BigInteger.ONE).xor(bits);
  }

  private static boolean isDifference(Expr.Binary binary) {
    return binary.op() == BinaryOp.SUBTRACT
        && (binary.right().type() instanceof PointerType
            || binary.right() instanceof Expr.Cast c && c.operand().type() instanceof PointerType);
  }
}
