// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.boolprog.BooleanExpr;
import dev.proviso.checker.bp.Bits.Copy;
import java.util.Set;

/**
 * Conditions as sets of states. A condition with choices may be true in a state and may be false in
 * it; the choices inside one are independent, so both sets follow from those of its parts.
 */
final class Meaning {
  private final Bdds bdds;
  private final Bits bits;
  private final Scope scope;

  /** Where a condition may be true, and where it may be false; every state is in one of them. */
  record May(Bdd whereTrue, Bdd whereFalse) {}

  Meaning(Bdds bdds, Bits bits, Scope scope) {
    this.bdds = bdds;
    this.bits = bits;
    this.scope = scope;
  }

  /** Over CURRENT. */
  May of(BooleanExpr expr) {
    return of(expr, Set.of());
  }

  /**
   * Over CURRENT and NEXT.
   *
   * @param assigned the variables that have a NEXT copy; the others keep their value
   */
  May of(BooleanExpr expr, Set<Variable> assigned) {
    return switch (expr) {
      case BooleanExpr.Constant e ->
          e.value() ? new May(bdds.all(), bdds.none()) : new May(bdds.none(), bdds.all());
      case BooleanExpr.Any e -> new May(bdds.all(), bdds.all());
      case BooleanExpr.Variable e -> literal(scope.variable(e.name()), Copy.CURRENT);
      case BooleanExpr.Next e -> {
        Variable variable = scope.variable(e.name());
        yield literal(variable, assigned.contains(variable) ? Copy.NEXT : Copy.CURRENT);
      }
      case BooleanExpr.Not e -> {
        May a = of(e.operand(), assigned);
        yield new May(a.whereFalse(), a.whereTrue());
      }
      case BooleanExpr.And e -> both(of(e.left(), assigned), of(e.right(), assigned));
      case BooleanExpr.Or e -> {
        May a = of(e.left(), assigned);
        May b = of(e.right(), assigned);
        yield new May(
            bdds.or(a.whereTrue(), b.whereTrue()), bdds.and(a.whereFalse(), b.whereFalse()));
      }
      case BooleanExpr.Equal e -> {
        May a = of(e.left(), assigned);
        May b = of(e.right(), assigned);
        yield new May(
            bdds.or(
                bdds.and(a.whereTrue(), b.whereTrue()), bdds.and(a.whereFalse(), b.whereFalse())),
            bdds.or(
                bdds.and(a.whereTrue(), b.whereFalse()), bdds.and(a.whereFalse(), b.whereTrue())));
      }
      case BooleanExpr.Choose e -> {
        May yes = of(e.whereTrue(), assigned);
        May no = of(e.whereFalse(), assigned);
        yield new May(
            bdds.or(yes.whereTrue(), bdds.and(yes.whereFalse(), no.whereFalse())),
            yes.whereFalse());
      }
    };
  }

  private May both(May a, May b) {
    return new May(bdds.and(a.whereTrue(), b.whereTrue()), bdds.or(a.whereFalse(), b.whereFalse()));
  }

  private May literal(Variable variable, Copy copy) {
    int bit = bits.bit(variable, copy);
    return new May(bdds.literal(bit, true), bdds.literal(bit, false));
  }

  /** The bit gets the condition's value. */
  Bdd assigns(Variable variable, Copy copy, BooleanExpr value) {
    May may = of(value);
    int bit = bits.bit(variable, copy);
    return bdds.or(
        bdds.and(bdds.literal(bit, true), may.whereTrue()),
        bdds.and(bdds.literal(bit, false), may.whereFalse()));
  }
}
