// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.normal;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.PointerType;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Replaces variables by other places, everywhere in an expression. */
final class Substitution {
  private final Function<Variable, LValue> places;
  private final Map<Expr, Expr> done = new HashMap<>();

  Substitution(Function<Variable, LValue> places) {
    this.places = places;
  }

  Expr expr(Expr expr) {
    Expr known = done.get(expr);
    if (known == null) {
      known = rebuild(expr);
      done.put(expr, known);
    }
    return known;
  }

  private Expr rebuild(Expr expr) {
    return switch (expr) {
      case Expr.IntConst e -> e;
      case Expr.FloatConst e -> e;
      case Expr.FunctionAddress e -> e;
      case Expr.Read e -> Expr.Read.of(place(e.source()));
      case Expr.AddressOf e -> Expr.AddressOf.of(place(e.object()), (PointerType) e.type());
      case Expr.Unary e -> Expr.Unary.of(e.op(), expr(e.operand()));
      case Expr.Binary e -> Expr.Binary.of(e.op(), expr(e.left()), expr(e.right()));
      case Expr.Cast e -> Expr.Cast.of(expr(e.operand()), e.type());
      case Expr.Conditional e ->
          Expr.Conditional.of(expr(e.condition()), expr(e.then()), expr(e.otherwise()));
    };
  }

  LValue place(LValue place) {
    return switch (place) {
      case LValue.Var l -> places.apply(l.variable());
      case LValue.Deref l -> LValue.Deref.of(expr(l.pointer()));
      case LValue.Member l -> LValue.Member.of(place(l.base()), l.field());
      case LValue.Element l -> LValue.Element.of(place(l.base()), expr(l.index()));
    };
  }
}
