// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.types.PointerType;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Rebuilds an expression with what it reads replaced, inside out. */
final class Rewriter {
  private final Map<Expr, Expr> done = new HashMap<>();
  private final UnaryOperator<Expr> reads;

  /**
   * @param reads what becomes of a {@code Read} whose own parts have been rewritten already
   */
  Rewriter(UnaryOperator<Expr> reads) {
    this.reads = reads;
  }

  Expr rewrite(Expr expr) {
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
      case Expr.Read e -> reads.apply(Expr.Read.of(place(e.source())));
      case Expr.AddressOf e -> Expr.AddressOf.of(place(e.object()), (PointerType) e.type());
      case Expr.Unary e -> Simplifier.unary(e.op(), rewrite(e.operand()));
      case Expr.Binary e -> Simplifier.binary(e.op(), rewrite(e.left()), rewrite(e.right()));
      case Expr.Cast e -> Simplifier.cast(rewrite(e.operand()), e.type());
      case Expr.Conditional e ->
          Simplifier.conditional(rewrite(e.condition()), rewrite(e.then()), rewrite(e.otherwise()));
    };
  }

  private LValue place(LValue place) {
    return switch (place) {
      case LValue.Var l -> l;
      case LValue.Deref l -> LValue.Deref.of(rewrite(l.pointer()));
      case LValue.Member l -> LValue.Member.of(place(l.base()), l.field());
      case LValue.Element l -> LValue.Element.of(place(l.base()), rewrite(l.index()));
    };
  }
}
