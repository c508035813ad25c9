// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.types.FloatType;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Takes conditions apart into those that can be tracked. */
final class Conditions {
  /** A predicate that reads and computes more than this is not worth tracking. */
  private static final int MAX_SIZE = 40;

  private Conditions() {}

  /** The conditions without and, or, not, and choice that decide this one. */
  static Set<Expr> atoms(Expr condition) {
    Set<Expr> result = new LinkedHashSet<>();
    collect(condition, result);
    return result;
  }

  private static void collect(Expr condition, Set<Expr> result) {
    switch (condition) {
      case Expr.IntConst e -> {}
      case Expr.Unary e when e.op() == UnaryOp.NOT -> collect(e.operand(), result);
      case Expr.Binary e when e.op() == BinaryOp.AND || e.op() == BinaryOp.OR -> {
        collect(e.left(), result);
        collect(e.right(), result);
      }
      case Expr.Conditional e -> {
        collect(e.condition(), result);
        collect(e.then(), result);
        collect(e.otherwise(), result);
      }
      case Expr.Cast e when e.operand().type().size() <= e.type().size() && isTruth(e.operand()) ->
          collect(e.operand(), result);
      default -> {
        Optional<Expr.Conditional> choice = choiceIn(condition);
        if (choice.isPresent()) {
          Expr.Conditional c = choice.get();
          collect(c.condition(), result);
          collect(replace(condition, c, c.then()), result);
          collect(replace(condition, c, c.otherwise()), result);
        } else {
          Predicate.of(condition).ifPresent(p -> result.add(p.condition()));
        }
      }
    }
  }

  /** A choice among the operands of a comparison or a calculation. */
  private static Optional<Expr.Conditional> choiceIn(Expr expr) {
    return switch (expr) {
      case Expr.Conditional e -> Optional.of(e);
      case Expr.Binary e -> choiceIn(e.left()).or(() -> choiceIn(e.right()));
      case Expr.Unary e -> choiceIn(e.operand());
      case Expr.Cast e -> choiceIn(e.operand());
      case Expr.IntConst e -> Optional.empty();
      case Expr.FloatConst e -> Optional.empty();
      case Expr.FunctionAddress e -> Optional.empty();
      case Expr.AddressOf e -> Optional.empty();
      case Expr.Read e -> Optional.empty();
    };
  }

  private static Expr replace(Expr expr, Expr old, Expr by) {
    if (expr == old) {
      return by;
    }
    return switch (expr) {
      case Expr.Binary e ->
          Simplifier.binary(e.op(), replace(e.left(), old, by), replace(e.right(), old, by));
      case Expr.Unary e -> Simplifier.unary(e.op(), replace(e.operand(), old, by));
      case Expr.Cast e -> Simplifier.cast(replace(e.operand(), old, by), e.type());
      case Expr.Conditional e -> e;
      case Expr.IntConst e -> e;
      case Expr.FloatConst e -> e;
      case Expr.FunctionAddress e -> e;
      case Expr.AddressOf e -> e;
      case Expr.Read e -> e;
    };
  }

  private static boolean isTruth(Expr e) {
    return e instanceof Expr.Binary b && b.op().isBoolean()
        || e instanceof Expr.Unary u && u.op() == UnaryOp.NOT;
  }

  /** True if the solver's value of the condition is exactly the program's, and it is small. */
  static boolean isTrackable(Expr condition) {
    int[] size = new int[1];
    return isExact(condition, size);
  }

  private static boolean isExtended(Expr e) {
    return e.type() instanceof FloatType t && t.isExtended();
  }

  private static boolean isExact(Expr e, int[] size) {
    if (++size[0] > MAX_SIZE || isExtended(e) || !e.type().isScalar()) {
      return false;
    }
    return switch (e) {
      case Expr.IntConst c -> true;
      case Expr.FloatConst c -> true;
      case Expr.FunctionAddress c -> true;
      case Expr.Read c -> isExact(c.source(), size);
      case Expr.AddressOf c -> isExact(c.object(), size);
      case Expr.Unary c -> isExact(c.operand(), size);
      case Expr.Binary c -> isExact(c.left(), size) && isExact(c.right(), size);
      case Expr.Cast c -> isExact(c.operand(), size);
      case Expr.Conditional c ->
          isExact(c.condition(), size) && isExact(c.then(), size) && isExact(c.otherwise(), size);
    };
  }

  private static boolean isExact(LValue place, int[] size) {
    return switch (place) {
      case LValue.Var l -> true;
      case LValue.Deref l -> isExact(l.pointer(), size);
      case LValue.Member l -> isExact(l.base(), size);
      case LValue.Element l -> isExact(l.base(), size) && isExact(l.index(), size);
    };
  }
}
