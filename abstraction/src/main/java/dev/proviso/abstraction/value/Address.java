// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.PointerType;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where an object in memory stands: at a fixed distance from a base. Of two with the same base, one
 * is the other only if the distances are equal.
 *
 * @param variable the base, if it is the start of a variable
 * @param pointer the base, if it is what a pointer holds
 * @param distance in bytes
 */
record Address(@Nullable Variable variable, @Nullable Expr pointer, BigInteger distance) {

  /** Null where the distance is no constant. */
  static @Nullable Address of(LValue object) {
    return switch (object) {
      case LValue.Var o -> new Address(o.variable(), null, BigInteger.ZERO);
      case LValue.Deref o -> of(o.pointer());
      case LValue.Member o -> moved(of(o.base()), BigInteger.valueOf(o.field().offset()));
      case LValue.Element o when o.index() instanceof Expr.IntConst index ->
          moved(of(o.base()), index.value().multiply(BigInteger.valueOf(o.type().size())));
      case LValue.Element o -> null;
    };
  }

  private static @Nullable Address of(Expr pointer) {
    return switch (pointer) {
      case Expr.AddressOf e -> of(e.object());
      case Expr.Cast e when e.operand().type() instanceof PointerType -> of(e.operand());
      case Expr.Binary e
          when e.op() == BinaryOp.POINTER_ADD && e.right() instanceof Expr.IntConst distance ->
          moved(of(e.left()), distance.value());
      default -> new Address(null, pointer, BigInteger.ZERO);
    };
  }

  private static @Nullable Address moved(@Nullable Address from, BigInteger distance) {
    return from == null
        ? null
        : new Address(from.variable, from.pointer, from.distance.add(distance));
  }

  /** True where it is sure that neither object is the other: cells of one region do not overlap. */
  boolean differs(Address other) {
    if (variable != null && other.variable != null && variable != other.variable) {
      return isInside(variable) && other.isInside(other.variable);
    }
    return variable == other.variable
        && pointer == other.pointer
        && !distance.equals(other.distance);
  }

  private boolean isInside(Variable of) {
    return distance.signum() >= 0 && distance.compareTo(BigInteger.valueOf(of.type().size())) < 0;
  }
}
