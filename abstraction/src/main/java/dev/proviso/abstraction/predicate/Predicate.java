// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.predicate;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.types.FloatType;
import java.util.Optional;

/**
 * A condition that is tracked. Of a condition and its negation only one is a predicate: equalities
 * and strict comparisons stand, their negations do not.
 *
 * @param condition a scalar expression, true where it is not zero
 */
public record Predicate(Expr condition) {

  /** The predicate that tells a condition; empty where the condition is a constant. */
  public static Optional<Predicate> of(Expr condition) {
    return switch (condition) {
      case Expr.IntConst e -> Optional.empty();
      case Expr.Unary e when e.op() == UnaryOp.NOT -> of(e.operand());
      case Expr.Binary e -> ofComparison(e);
      default -> Optional.of(new Predicate(condition));
    };
  }

  private static Optional<Predicate> ofComparison(Expr.Binary e) {
    return switch (e.op()) {
      case EQUAL -> Optional.of(new Predicate(ordered(e)));
      case NOT_EQUAL -> of(Expr.Binary.of(BinaryOp.EQUAL, e.left(), e.right()));
      // Of floating-point numbers, neither a <= b nor b < a may be true.
      case LESS_OR_EQUAL ->
          e.left().type() instanceof FloatType
              ? Optional.of(new Predicate(e))
              : of(Expr.Binary.of(BinaryOp.LESS, e.right(), e.left()));
      case LESS,
          AND,
          OR,
          ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          REMAINDER,
          BIT_AND,
          BIT_OR,
          BIT_XOR,
          SHIFT_LEFT,
          SHIFT_RIGHT,
          POINTER_ADD ->
          Optional.of(new Predicate(e));
    };
  }

  /** Constants stand on the right, so that {@code 0 == x} and {@code x == 0} are one. */
  private static Expr ordered(Expr.Binary e) {
    return e.left() instanceof Expr.IntConst && !(e.right() instanceof Expr.IntConst)
        ? Expr.Binary.of(e.op(), e.right(), e.left())
        : e;
  }

  @Override
  public String toString() {
    return condition.toString();
  }
}
