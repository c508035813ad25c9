// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import java.math.BigInteger;

/**
 * How unlikely a predicate is to be of use elsewhere: a flag or a comparison of a variable with a
 * constant is cheap, calculations, odd constants, and chains of pointers are dear.
 */
final class Cost {
  private static final BigInteger SMALL = BigInteger.valueOf(16);

  private Cost() {}

  static int of(Predicate predicate) {
    int size = of(predicate.condition());
    return isOrder(predicate.condition()) ? size / 3 : 2 * size;
  }

  /** What loops and procedures leave alone: how one variable is to another. */
  private static boolean isOrder(Expr e) {
    return e instanceof Expr.Binary b
        && (b.op() == BinaryOp.EQUAL || b.op() == BinaryOp.LESS)
        && isVariable(b.left())
        && isVariable(b.right());
  }

  private static boolean isVariable(Expr e) {
    return switch (e) {
      case Expr.Read r -> r.source() instanceof LValue.Var;
      case Expr.Cast c -> isVariable(c.operand());
      case Expr.Binary b ->
          (b.op() == BinaryOp.ADD || b.op() == BinaryOp.SUBTRACT)
              && isVariable(b.left())
              && b.right() instanceof Expr.IntConst c
              && c.value().abs().equals(BigInteger.ONE);
      default -> false;
    };
  }

  private static int of(Expr e) {
    return switch (e) {
      case Expr.IntConst c -> c.value().abs().compareTo(SMALL) <= 0 ? 0 : 2;
      case Expr.FloatConst c -> 2;
      case Expr.FunctionAddress c -> 0;
      case Expr.Read c -> 1 + of(c.source());
      case Expr.AddressOf c -> of(c.object());
      case Expr.Unary c -> 1 + of(c.operand());
      case Expr.Binary c when c.op().isBoolean() -> of(c.left()) + of(c.right());
      case Expr.Binary c -> 3 + of(c.left()) + of(c.right());
      case Expr.Cast c -> of(c.operand());
      case Expr.Conditional c -> 4 + of(c.condition()) + of(c.then()) + of(c.otherwise());
    };
  }

  private static int of(LValue place) {
    return switch (place) {
      case LValue.Var l -> 0;
      case LValue.Deref l -> 1 + of(l.pointer());
      case LValue.Member l -> of(l.base());
      case LValue.Element l -> of(l.base()) + of(l.index());
    };
  }
}
