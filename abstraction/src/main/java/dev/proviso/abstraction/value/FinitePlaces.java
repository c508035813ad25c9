// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import org.jspecify.annotations.Nullable;

/** Which places hold a scalar that nothing else overlaps and no pointer reaches. */
final class FinitePlaces {
  private final PointsTo pointsTo;

  FinitePlaces(PointsTo pointsTo) {
    this.pointsTo = pointsTo;
  }

  boolean isOne(LValue place) {
    boolean isNumber = place.type() instanceof IntType || place.type() instanceof PointerType;
    return isNumber && isFixed(place);
  }

  private boolean isFixed(LValue place) {
    return switch (place) {
      case LValue.Var v -> !pointsTo.inMemory(v.variable());
      case LValue.Deref d -> false;
      case LValue.Member m ->
          !m.field().isBitField()
              && m.base().type() instanceof CompositeType c
              && !c.isUnion()
              && isFixed(m.base());
      case LValue.Element e -> e.index() instanceof Expr.IntConst && isFixed(e.base());
    };
  }

  /** The variable that a place is a part of; null where it is reached through a pointer. */
  static @Nullable Variable root(LValue place) {
    return switch (place) {
      case LValue.Var v -> v.variable();
      case LValue.Deref d -> null;
      case LValue.Member m -> root(m.base());
      case LValue.Element e -> root(e.base());
    };
  }
}
