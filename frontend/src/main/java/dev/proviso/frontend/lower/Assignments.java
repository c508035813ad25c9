// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.syntax.BinaryOperator;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.UnaryOperator;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;

/** {@code =}, {@code +=} and its kin, {@code ++} and {@code --}. */
final class Assignments {
  private final Context context;
  private final Arithmetic arithmetic;
  private final Coercions coercions;

  Assignments(Context context, Arithmetic arithmetic, Coercions coercions) {
    this.context = context;
    this.arithmetic = arithmetic;
    this.coercions = coercions;
  }

  /** The target is found first, then the value computed, then the target accessed. */
  Operand assign(Expression.Assign assign, boolean used) {
    LValue target = target(assign.target());
    LValue stable = context.expressions().stable(target, assign.target().place(), assign.value());
    BinaryOperator operator = assign.operator();
    if (operator == null) {
      return simple(assign, stable, used);
    }
    Expr right = context.expressions().value(assign.value());
    Expr old = context.expressions().value(new Operand.Located(stable), assign.target().place());
    Expr value = arithmetic.apply(operator, old, right, assign.place());
    return store(stable, coercions.to(value, stable.type(), assign.place()), assign.place(), used);
  }

  private Operand simple(Expression.Assign assign, LValue target, boolean used) {
    if (assign.value() instanceof Expression.Call call && target instanceof LValue.Var) {
      // The result goes straight into the variable where nothing has to be converted.
      Operand result = context.expressions().calls().callInto(call, target);
      if (result instanceof Operand.Located) {
        return result;
      }
      Expr value = context.expressions().value(result, call.place());
      return store(
          target, coercions.implied(value, target.type(), call.place()), assign.place(), used);
    }
    Expr value = context.expressions().value(assign.value());
    return store(
        target,
        coercions.implied(value, target.type(), assign.value().place()),
        assign.place(),
        used);
  }

  private LValue target(Expression expression) {
    if (context.expressions().operand(expression) instanceof Operand.Located o
        && !(o.type() instanceof ArrayType)) {
      return o.place();
    }
    throw new Invalid(expression.place().range(), "this cannot be assigned to");
  }

  private Operand store(LValue target, Expr value, Place place, boolean used) {
    Expr result = value;
    if (used && !(target instanceof LValue.Var) && value.type().isScalar()) {
      result = context.save(value, place);
    }
    context.access(target, place);
    context.assign(target, result, place);
    if (!used) {
      return new Operand.Nothing();
    }
    return target instanceof LValue.Var || !value.type().isScalar()
        ? Operand.Value.of(Expr.Read.of(target))
        : Operand.Value.of(stored(target, result));
  }

  /** The value that a target holds after it was given one: a bit-field keeps the low bits. */
  private Expr stored(LValue target, Expr value) {
    if (!(target instanceof LValue.Member m)
        || !m.field().isBitField()
        || !(m.type() instanceof IntType t)
        || t.isBool()) {
      return value;
    }
    Expr drop = IntConst.of(t.bits() - m.field().bitWidth(), IntType.INT);
    Expr shifted = Exprs.binary(BinaryOp.SHIFT_LEFT, value, drop);
    Expr back = Exprs.binary(BinaryOp.SHIFT_RIGHT, shifted, drop);
    return Exprs.cast(
        back, Conversions.promotedBitField(t, m.field().bitWidth(), context.unit().target()));
  }

  Operand step(Expression.Unary unary, boolean used) {
    boolean up =
        unary.operator() == UnaryOperator.PRE_INCREMENT
            || unary.operator() == UnaryOperator.POST_INCREMENT;
    boolean before =
        unary.operator() == UnaryOperator.PRE_INCREMENT
            || unary.operator() == UnaryOperator.PRE_DECREMENT;
    Place place = unary.place();
    LValue target = target(unary.operand());
    Expr old = context.expressions().value(new Operand.Located(target), place);
    if (used && !before) {
      old = context.save(old, place);
    }
    Expr next = next(old, up, target, place);
    Operand after = store(target, next, place, used && before);
    return used && !before ? Operand.Value.of(old) : after;
  }

  private Expr next(Expr old, boolean up, LValue target, Place place) {
    if (target.type() instanceof PointerType) {
      return arithmetic.move(
          old, IntConst.of(up ? 1 : -1, context.unit().target().differenceType()), place);
    }
    BinaryOperator operator = up ? BinaryOperator.ADD : BinaryOperator.SUBTRACT;
    return coercions.to(arithmetic.apply(operator, old, Exprs.ONE, place), target.type(), place);
  }
}
