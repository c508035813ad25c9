// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.lower.CfgBuilder.Point;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.Origin.Branch;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.syntax.BinaryOperator;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.UnaryOperator;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import org.jspecify.annotations.Nullable;

/**
 * Control flow inside expressions: {@code &&}, {@code ||}, {@code ?:}, and whatever decides a
 * branch.
 */
final class Conditions {
  /** Where one outcome of a condition leads, and what it says about the controlling statement. */
  record Way(Point point, Branch branch) {}

  private final Context context;
  private final Coercions coercions;

  Conditions(Context context, Coercions coercions) {
    this.context = context;
    this.coercions = coercions;
  }

  boolean isLogical(Expression.Binary binary) {
    return isLogical(binary.operator());
  }

  private static boolean isLogical(BinaryOperator operator) {
    return operator == BinaryOperator.LOGICAL_AND || operator == BinaryOperator.LOGICAL_OR;
  }

  /** Branches on a condition; what follows stands nowhere. */
  void branch(
      Expression condition, String keyword, SourceRange keywordRange, Point onTrue, Point onFalse) {
    branch(
        condition,
        new Way(onTrue, new Branch(keyword, keywordRange, "true")),
        new Way(onFalse, new Branch(keyword, keywordRange, "false")));
  }

  private void branch(Expression condition, Way onTrue, Way onFalse) {
    switch (condition) {
      case Expression.Unary u when u.operator() == UnaryOperator.NOT ->
          branch(u.operand(), onFalse, onTrue);
      case Expression.Binary b when b.operator() == BinaryOperator.LOGICAL_AND -> {
        Point rest = new Point();
        branch(b.left(), new Way(rest, new Branch("&&", b.operatorRange(), "true")), onFalse);
        context.place(rest, b.right().place());
        branch(b.right(), onTrue, onFalse);
      }
      case Expression.Binary b when b.operator() == BinaryOperator.LOGICAL_OR -> {
        Point rest = new Point();
        branch(b.left(), onTrue, new Way(rest, new Branch("||", b.operatorRange(), "false")));
        context.place(rest, b.right().place());
        branch(b.right(), onTrue, onFalse);
      }
      default -> branchOn(scalar(condition), condition.place(), onTrue, onFalse);
    }
  }

  private Expr scalar(Expression condition) {
    Expr value = context.expressions().value(condition);
    if (!value.type().isScalar()) {
      throw new Invalid(
          condition.place().range(),
          "a condition must be a number or a pointer, not " + value.type());
    }
    return Exprs.condition(value);
  }

  private void branchOn(Expr condition, Place place, Way onTrue, Way onFalse) {
    Origin origin = context.origin(place);
    if (Exprs.isConstant(condition)) {
      context.cfg().jump(Exprs.isZero(condition) ? onFalse.point() : onTrue.point(), origin);
      return;
    }
    Statement yes = new Statement.Assume(condition, Statement.Assume.Reason.BRANCH);
    Statement no = new Statement.Assume(Exprs.not(condition), Statement.Assume.Reason.BRANCH);
    context.cfg().branch(yes, onTrue.point(), origin.withBranch(onTrue.branch()));
    context.cfg().branch(no, onFalse.point(), origin.withBranch(onFalse.branch()));
    context.cfg().close();
  }

  Operand not(Expression.Unary unary) {
    return Operand.Value.of(Exprs.not(scalar(unary.operand())));
  }

  /**
   * {@code &&} or {@code ||} as a value: an expression where that cannot go wrong, otherwise
   * control flow.
   */
  Operand logical(Expression.Binary binary) {
    boolean and = binary.operator() == BinaryOperator.LOGICAL_AND;
    if (context.effects().of(binary).plain()) {
      Expr left = scalar(binary.left());
      if (Exprs.isConstant(left) && Exprs.isZero(left) == and) {
        return Operand.Value.of(Exprs.truth(!and));
      }
      Expr right = scalar(binary.right());
      return Operand.Value.of(Exprs.binary(and ? BinaryOp.AND : BinaryOp.OR, left, asInt(right)));
    }
    Expr left = context.constantOrNull(binary.left());
    if (left != null && Exprs.isConstant(left)) {
      boolean decided = Exprs.isZero(left) == and;
      return Operand.Value.of(decided ? Exprs.truth(!and) : asInt(scalar(binary.right())));
    }
    LValue result = LValue.Var.of(context.temporary(IntType.INT, binary.place()));
    Point onTrue = new Point();
    Point onFalse = new Point();
    Point end = new Point();
    branch(binary, binary.operator().text(), binary.operatorRange(), onTrue, onFalse);
    settle(onTrue, result, Exprs.ONE, end, binary.place());
    settle(onFalse, result, Exprs.ZERO, end, binary.place());
    context.place(end, binary.place());
    return Operand.Value.of(Expr.Read.of(result));
  }

  private static Expr asInt(Expr condition) {
    return Exprs.isConstant(condition) ? Exprs.truth(!Exprs.isZero(condition)) : condition;
  }

  private void settle(Point point, LValue result, Expr value, Point end, Place place) {
    context.place(point, place);
    context.assign(result, value, place);
    context.cfg().jump(end, context.origin(place));
  }

  /** {@code &&}, {@code ||}: only the effects of the operands. */
  void effect(Expression.Binary binary) {
    Point end = new Point();
    branch(binary, binary.operator().text(), binary.operatorRange(), end, end);
    context.place(end, binary.place());
  }

  /** {@code ?:}: only the effects of the operands. */
  void effect(Expression.Conditional e) {
    Point onTrue = new Point();
    Point onFalse = new Point();
    Point end = new Point();
    branch(e.condition(), "?:", e.operatorRange(), onTrue, onFalse);
    context.place(onTrue, e.place());
    if (e.then() != null) {
      context.expressions().effect(e.then());
    }
    context.cfg().jump(end, context.origin(e.place()));
    context.place(onFalse, e.place());
    context.expressions().effect(e.otherwise());
    context.place(end, e.place());
  }

  Operand conditional(Expression.Conditional e) {
    if (e.then() == null) {
      return elvis(e);
    }
    Expr known = context.constantOrNull(e.condition());
    Type type = resultType(e, e.then());
    if (type instanceof VoidType) {
      effect(e);
      return new Operand.Nothing();
    }
    if (known != null && Exprs.isConstant(known)) {
      Expression chosen = Exprs.isZero(known) ? e.otherwise() : e.then();
      return Operand.Value.of(converted(chosen, type));
    }
    if (type.isScalar() && context.effects().of(e).plain()) {
      Expr condition = scalar(e.condition());
      return Operand.Value.of(
          Exprs.conditional(condition, converted(e.then(), type), converted(e.otherwise(), type)));
    }
    LValue result = LValue.Var.of(context.temporary(type, e.place()));
    Point onTrue = new Point();
    Point onFalse = new Point();
    Point end = new Point();
    branch(e.condition(), "?:", e.operatorRange(), onTrue, onFalse);
    context.place(onTrue, e.then().place());
    context.assign(result, converted(e.then(), type), e.then().place());
    context.cfg().jump(end, context.origin(e.place()));
    context.place(onFalse, e.otherwise().place());
    context.assign(result, converted(e.otherwise(), type), e.otherwise().place());
    context.place(end, e.place());
    return Operand.Value.of(Expr.Read.of(result));
  }

  /** GNU's {@code a ?: b}, which evaluates {@code a} once. */
  private Operand elvis(Expression.Conditional e) {
    Type type = resultType(e, e.condition());
    Expr first = context.save(context.expressions().value(e.condition()), e.condition().place());
    LValue result = LValue.Var.of(context.temporary(type, e.place()));
    Point onTrue = new Point();
    Point onFalse = new Point();
    Point end = new Point();
    branchOn(
        Exprs.condition(first),
        e.condition().place(),
        new Way(onTrue, new Branch("?:", e.operatorRange(), "true")),
        new Way(onFalse, new Branch("?:", e.operatorRange(), "false")));
    settle(onTrue, result, coercions.to(first, type, e.place()), end, e.place());
    context.place(onFalse, e.otherwise().place());
    context.assign(result, converted(e.otherwise(), type), e.otherwise().place());
    context.place(end, e.place());
    return Operand.Value.of(Expr.Read.of(result));
  }

  private Expr converted(Expression expression, Type type) {
    return coercions.to(context.expressions().value(expression), type, expression.place());
  }

  Type typeOf(Expression.Conditional e) {
    return resultType(e, e.then() == null ? e.condition() : e.then());
  }

  /** 6.5.15: the common type of both sides. */
  private Type resultType(Expression.Conditional e, Expression thenSide) {
    Type then = context.typeOfPromoted(thenSide);
    Type otherwise = context.typeOfPromoted(e.otherwise());
    if (then instanceof VoidType || otherwise instanceof VoidType) {
      return VoidType.VOID;
    }
    if (then instanceof CompositeType || otherwise instanceof CompositeType) {
      if (!then.equals(otherwise)) {
        throw new Invalid(e.place().range(), "both sides of `?:` must be of one type");
      }
      return then;
    }
    if (then instanceof PointerType || otherwise instanceof PointerType) {
      return pointer(then, thenSide, otherwise, e.otherwise());
    }
    if (then instanceof FloatType || otherwise instanceof FloatType) {
      return Conversions.common(then, otherwise);
    }
    return Conversions.common(then, otherwise);
  }

  private Type pointer(Type then, Expression thenSide, Type otherwise, Expression otherSide) {
    if (!(then instanceof PointerType p) || isNull(thenSide)) {
      return otherwise instanceof PointerType ? otherwise : then;
    }
    if (!(otherwise instanceof PointerType q) || isNull(otherSide)) {
      return then;
    }
    return p.pointee() instanceof VoidType || !(q.pointee() instanceof VoidType) ? then : otherwise;
  }

  /** Only what may be a null pointer constant is looked at: nested conditionals are none. */
  private boolean isNull(Expression side) {
    boolean simple =
        side instanceof Expression.Literal
            || side instanceof Expression.Cast c && c.operand() instanceof Expression.Literal;
    if (!simple) {
      return false;
    }
    @Nullable Expr value = context.constantOrNull(side);
    return value != null && Exprs.isZero(value);
  }
}
