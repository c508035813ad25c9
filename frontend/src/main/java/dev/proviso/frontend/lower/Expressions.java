// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Problem;
import dev.proviso.frontend.syntax.UnaryOperator;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;

/**
 * Lowers expressions: emits what they do, in C's order from left to right, and gives what they
 * denote.
 */
final class Expressions {
  private final Context context;
  private final Literals literals;
  private final Places places;
  private final Arithmetic arithmetic;
  private final Coercions coercions;
  private final Conditions conditions;
  private final Assignments assignments;
  private final Calls calls;
  private final Queries queries;

  Expressions(Context context) {
    this.context = context;
    this.literals = new Literals(context.unit());
    this.coercions = new Coercions(context);
    this.arithmetic = new Arithmetic(context, coercions);
    this.places = new Places(context);
    this.conditions = new Conditions(context, coercions);
    this.assignments = new Assignments(context, arithmetic, coercions);
    this.calls = new Calls(context, coercions);
    this.queries = new Queries(context);
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  Coercions coercions() {
    return coercions;
  }

  Conditions conditions() {
    return conditions;
  }

  Calls calls() {
    return calls;
  }

  Intrinsics intrinsics() {
    return calls.intrinsics();
  }

  Literals literals() {
    return literals;
  }

  Places places() {
    return places;
  }

  /** What the expression denotes; arrays and functions have not decayed yet. */
  Operand operand(Expression expression) {
    return switch (expression) {
      case Expression.Identifier e -> places.identifier(e);
      case Expression.Literal e -> literal(e);
      case Expression.CompoundLiteral e -> places.compound(e);
      case Expression.StatementExpression e -> context.statements().expression(e.block());
      case Expression.GenericSelection e -> operand(queries.selected(e));
      case Expression.LabelAddress e -> Operand.Value.of(context.statements().labelAddress(e));
      case Expression.Unary e -> unary(e);
      case Expression.Binary e ->
          conditions.isLogical(e) ? conditions.logical(e) : arithmetic.binary(e);
      case Expression.Assign e -> assignments.assign(e, true);
      case Expression.Conditional e -> conditions.conditional(e);
      case Expression.Comma e -> {
        e.expressions().subList(0, e.expressions().size() - 1).forEach(this::effect);
        yield operand(e.expressions().getLast());
      }
      case Expression.Cast e -> coercions.cast(e);
      case Expression.Call e -> calls.call(e, true);
      case Expression.Index e -> places.index(e);
      case Expression.MemberOf e -> places.member(e);
      case Expression.MemberOfPointer e -> places.memberOfPointer(e);
      case Expression.VariadicArgument e -> context.variableArguments().argument(e);
      case Expression.SizeofExpression e -> Operand.Value.of(queries.sizeOf(e));
      case Expression.SizeofType e -> Operand.Value.of(queries.sizeOf(e));
      case Expression.AlignofExpression e ->
          Operand.Value.of(queries.alignOf(context.typeOf(e.expression())));
      case Expression.AlignofType e ->
          Operand.Value.of(queries.alignOf(context.types().named(e.type()).type()));
      case Expression.Offsetof e -> Operand.Value.of(queries.offsetOf(e));
      case Expression.TypesCompatible e ->
          Operand.Value.of(
              Exprs.truth(
                  context
                      .types()
                      .named(e.left())
                      .type()
                      .equals(context.types().named(e.right()).type())));
      case Problem e -> throw new Invalid(e.place().range(), e.reason());
    };
  }

  private Operand literal(Expression.Literal literal) {
    return switch (literal.kind()) {
      case INTEGER -> Operand.Value.of(literals.integer(literal));
      case FLOATING -> Operand.Value.of(literals.floating(literal));
      case CHARACTER -> Operand.Value.of(literals.character(literal));
      case STRING ->
          new Operand.Located(
              LValue.Var.of(context.unit().string(literals.string(literal), literal.place())));
    };
  }

  private Operand unary(Expression.Unary unary) {
    return switch (unary.operator()) {
      case DEREFERENCE -> places.dereference(unary);
      case ADDRESS -> places.addressOf(unary);
      case PRE_INCREMENT, PRE_DECREMENT, POST_INCREMENT, POST_DECREMENT ->
          assignments.step(unary, true);
      case PLUS, MINUS, COMPLEMENT -> arithmetic.unary(unary);
      case NOT -> conditions.not(unary);
      case REAL, IMAGINARY ->
          throw new Unsupported(unary.place().range(), "`" + unary.operator().text() + "`");
    };
  }

  /** The value of an expression: objects are read, arrays and functions decay. */
  Expr value(Expression expression) {
    return value(operand(expression), expression.place());
  }

  Expr value(Operand operand, Place place) {
    return switch (operand) {
      case Operand.Value v -> v.expr();
      case Operand.Function f ->
          Expr.FunctionAddress.of(f.name(), context.types().pointerTo(f.type()));
      case Operand.Located o -> read(o.place(), place);
      case Operand.Nothing n -> throw new Invalid(place.range(), "this has no value");
    };
  }

  private Expr read(LValue object, Place place) {
    return switch (object.type()) {
      case ArrayType a -> decay(object, a);
      case FunctionType f -> Exprs.address(object, context.types().pointerTo(f));
      case VoidType v -> throw new Invalid(place.range(), "`void` has no value");
      default -> {
        context.access(object, place);
        yield Exprs.cast(Expr.Read.of(object), promoted(object));
      }
    };
  }

  /** A bit-field promotes by its width, which is known here only. */
  private Type promoted(LValue object) {
    return object instanceof LValue.Member m
            && m.field().isBitField()
            && m.type() instanceof IntType t
            && !t.isBool()
        ? Conversions.promotedBitField(t, m.field().bitWidth(), context.unit().target())
        : object.type();
  }

  /** The type of an operand; a bit-field's after its promotion. */
  Type promoted(Operand operand) {
    return operand instanceof Operand.Located o ? promoted(o.place()) : operand.type();
  }

  private Expr decay(LValue array, ArrayType type) {
    LValue first =
        LValue.Element.of(array, IntConst.of(0, context.unit().target().differenceType()));
    return Exprs.address(first, context.types().pointerTo(type.element()));
  }

  /** The type that {@link #value} gives to what denotes something of that type. */
  Type decayed(Type type) {
    return switch (type) {
      case ArrayType a -> context.types().pointerTo(a.element());
      case FunctionType f -> context.types().pointerTo(f);
      default -> type;
    };
  }

  /** Evaluates for the effects alone. */
  void effect(Expression expression) {
    switch (expression) {
      case Expression.Assign e -> assignments.assign(e, false);
      case Expression.Call e -> calls.call(e, false);
      case Expression.Unary e when isStep(e.operator()) -> assignments.step(e, false);
      case Expression.Comma e -> e.expressions().forEach(this::effect);
      case Expression.Cast e when context.types().named(e.type()).type() instanceof VoidType ->
          effect(e.operand());
      case Expression.Conditional e -> conditions.effect(e);
      case Expression.Binary e when conditions.isLogical(e) -> conditions.effect(e);
      default -> {
        if (operand(expression) instanceof Operand.Located o && o.type().isScalar()) {
          context.access(o.place(), expression.place());
        }
      }
    }
  }

  private static boolean isStep(UnaryOperator operator) {
    return switch (operator) {
      case PRE_INCREMENT, PRE_DECREMENT, POST_INCREMENT, POST_DECREMENT -> true;
      case PLUS, MINUS, COMPLEMENT, NOT, DEREFERENCE, ADDRESS, REAL, IMAGINARY -> false;
    };
  }

  /** A value that stays what it is while the others are evaluated. */
  Expr stable(Expr value, Place place, Expression... later) {
    java.util.List<Effects.Summary> summaries =
        java.util.Arrays.stream(later).map(context.effects()::of).toList();
    return Effects.disturbs(summaries, value, context) ? context.save(value, place) : value;
  }

  /** An lvalue that denotes the same object after the others have been evaluated. */
  LValue stable(LValue object, Place place, Expression later) {
    return switch (object) {
      case LValue.Var v -> v;
      case LValue.Deref d -> LValue.Deref.of(stable(d.pointer(), place, later));
      case LValue.Member m -> LValue.Member.of(stable(m.base(), place, later), m.field());
      case LValue.Element e ->
          LValue.Element.of(stable(e.base(), place, later), stable(e.index(), place, later));
    };
  }

  Expr unspecified(Type type, Place place) {
    return context.arbitrary(type, new Cause.Unspecified(), place);
  }

  /** What an operation gives whose operand is out of range. */
  Expr outOfRange(Expr usual, Place place) {
    return context.arbitrary(usual.type(), new Cause.Unspecified(usual), place);
  }
}
