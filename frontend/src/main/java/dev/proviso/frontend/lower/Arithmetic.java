// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.syntax.BinaryOperator;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.math.BigInteger;

/** Operators on numbers and pointers, with C's conversions of their operands. */
final class Arithmetic {
  private final Context context;
  private final Coercions coercions;

  Arithmetic(Context context, Coercions coercions) {
    this.context = context;
    this.coercions = coercions;
  }

  Operand unary(Expression.Unary unary) {
    Expr value = promoted(context.expressions().value(unary.operand()), unary.place());
    return Operand.Value.of(
        switch (unary.operator()) {
          case PLUS -> value;
          case MINUS -> Exprs.unary(UnaryOp.NEGATE, value);
          default -> {
            if (!(value.type() instanceof IntType)) {
              throw new Invalid(unary.place().range(), "`~` wants an integer");
            }
            yield Exprs.unary(UnaryOp.COMPLEMENT, value);
          }
        });
  }

  private static Expr promoted(Expr value, Place place) {
    return switch (value.type()) {
      case IntType t -> Exprs.cast(value, Conversions.promoted(t));
      case FloatType f -> value;
      default ->
          throw new Invalid(place.range(), "a number is wanted, this is of type " + value.type());
    };
  }

  Operand binary(Expression.Binary binary) {
    Expressions expressions = context.expressions();
    Expr left =
        expressions.stable(expressions.value(binary.left()), binary.left().place(), binary.right());
    Expr right = expressions.value(binary.right());
    return Operand.Value.of(apply(binary.operator(), left, right, binary.place()));
  }

  /** The value of an operator other than {@code &&} and {@code ||}. */
  Expr apply(BinaryOperator operator, Expr left, Expr right, Place place) {
    boolean pointers = left.type() instanceof PointerType || right.type() instanceof PointerType;
    if (!pointers && !(isNumber(left.type()) && isNumber(right.type()))) {
      throw new Invalid(
          place.range(),
          "`" + operator.text() + "` wants numbers, not " + left.type() + " and " + right.type());
    }
    return switch (operator) {
      case ADD ->
          pointers ? pointerSum(left, right, place) : plain(BinaryOp.ADD, left, right, place);
      case SUBTRACT ->
          pointers
              ? pointerDifference(left, right, place)
              : plain(BinaryOp.SUBTRACT, left, right, place);
      case MULTIPLY -> plain(BinaryOp.MULTIPLY, left, right, place);
      case DIVIDE -> division(BinaryOp.DIVIDE, left, right, place);
      case REMAINDER -> division(BinaryOp.REMAINDER, left, right, place);
      case BIT_AND -> bits(BinaryOp.BIT_AND, left, right, place);
      case BIT_OR -> bits(BinaryOp.BIT_OR, left, right, place);
      case BIT_XOR -> bits(BinaryOp.BIT_XOR, left, right, place);
      case SHIFT_LEFT -> shift(BinaryOp.SHIFT_LEFT, left, right, place);
      case SHIFT_RIGHT -> shift(BinaryOp.SHIFT_RIGHT, left, right, place);
      case LESS -> comparison(BinaryOp.LESS, left, right, place);
      case GREATER -> comparison(BinaryOp.LESS, right, left, place);
      case LESS_EQUAL -> comparison(BinaryOp.LESS_OR_EQUAL, left, right, place);
      case GREATER_EQUAL -> comparison(BinaryOp.LESS_OR_EQUAL, right, left, place);
      case EQUAL -> comparison(BinaryOp.EQUAL, left, right, place);
      case NOT_EQUAL -> comparison(BinaryOp.NOT_EQUAL, left, right, place);
      case LOGICAL_AND, LOGICAL_OR ->
          throw new IllegalArgumentException("control flow: " + operator);
    };
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntType || type instanceof FloatType;
  }

  private Expr plain(BinaryOp op, Expr left, Expr right, Place place) {
    if (!isNumber(left.type()) || !isNumber(right.type())) {
      throw new Invalid(
          place.range(),
          "`" + op.spelling() + "` wants numbers, not " + left.type() + " and " + right.type());
    }
    Type type = Conversions.common(left.type(), right.type());
    return Exprs.binary(op, coercions.to(left, type, place), coercions.to(right, type, place));
  }

  private Expr bits(BinaryOp op, Expr left, Expr right, Place place) {
    if (!(left.type() instanceof IntType) || !(right.type() instanceof IntType)) {
      throw new Invalid(
          place.range(),
          "`" + op.spelling() + "` wants integers, not " + left.type() + " and " + right.type());
    }
    return plain(op, left, right, place);
  }

  /** The path ends where the divisor is zero, or where the least integer is divided by -1. */
  private Expr division(BinaryOp op, Expr left, Expr right, Place place) {
    if (op == BinaryOp.REMAINDER
        && !(left.type() instanceof IntType && right.type() instanceof IntType)) {
      throw new Invalid(
          place.range(), "`%` wants integers, not " + left.type() + " and " + right.type());
    }
    if (!isNumber(left.type()) || !isNumber(right.type())) {
      return plain(op, left, right, place);
    }
    Type common = Conversions.common(left.type(), right.type());
    if (!(common instanceof IntType type)) {
      return plain(op, left, right, place);
    }
    Expr dividend = Exprs.cast(left, type);
    Expr divisor = Exprs.cast(right, type);
    if (!Exprs.isConstant(divisor) || Exprs.isZero(divisor)) {
      require(Exprs.binary(BinaryOp.NOT_EQUAL, divisor, Exprs.zero(type)), place);
    }
    if (type.signed()) {
      Expr minusOne = IntConst.of(-1, type);
      Expr least = IntConst.of(type.min(), type);
      Expr fine =
          Exprs.binary(
              BinaryOp.OR,
              Exprs.binary(BinaryOp.NOT_EQUAL, divisor, minusOne),
              Exprs.binary(BinaryOp.NOT_EQUAL, dividend, least));
      if (!Exprs.isConstant(fine) || Exprs.isZero(fine)) {
        require(fine, place);
      }
    }
    return Exprs.binary(op, dividend, divisor);
  }

  private void require(Expr condition, Place place) {
    context.emit(new Statement.Assume(condition, Statement.Assume.Reason.DIVISION), place);
  }

  /** A shift by as much as the width or more, or by less than zero, gives anything. */
  private Expr shift(BinaryOp op, Expr left, Expr right, Place place) {
    if (!(left.type() instanceof IntType l) || !(right.type() instanceof IntType r)) {
      throw new Invalid(
          place.range(),
          "`" + op.spelling() + "` wants integers, not " + left.type() + " and " + right.type());
    }
    IntType type = Conversions.promoted(l);
    Expr value = Exprs.cast(left, type);
    IntType countType = Conversions.unsigned(Conversions.promoted(r));
    Expr count = Exprs.cast(right, countType);
    Expr inRange = Exprs.binary(BinaryOp.LESS, count, IntConst.of(type.bits(), countType));
    IntConst mask = IntConst.of(type.bits() - 1, countType);
    Expr usual = Exprs.binary(op, value, Exprs.binary(BinaryOp.BIT_AND, count, mask));
    if (Exprs.isZero(inRange)) {
      return context.expressions().outOfRange(usual, place);
    }
    if (Exprs.isConstant(inRange)
        || greatest(count).compareTo(BigInteger.valueOf(type.bits())) < 0) {
      return Exprs.binary(op, value, count);
    }
    Expr other = context.expressions().outOfRange(usual, place);
    return Exprs.conditional(inRange, Exprs.binary(op, value, count), other);
  }

  /** A bound of a value that is not negative: masks and small types keep shift counts in range. */
  private static BigInteger greatest(Expr e) {
    BigInteger all =
        ((IntType) e.type()).signed()
            ? BigInteger.ONE.shiftLeft(((IntType) e.type()).bits()).subtract(BigInteger.ONE)
            : ((IntType) e.type()).max();
    return switch (e) {
      case Expr.Cast c
          when c.operand().type() instanceof IntType t && (!t.signed() || isMask(c.operand())) ->
          greatest(c.operand()).min(all);
      case Expr.Binary b
          when b.op() == BinaryOp.BIT_AND
              && b.right() instanceof IntConst m
              && m.value().signum() >= 0 ->
          m.value();
      case Expr.Binary b
          when b.op() == BinaryOp.REMAINDER
              && b.right() instanceof IntConst m
              && m.value().signum() > 0
              && b.type() instanceof IntType t
              && !t.signed() ->
          m.value().subtract(BigInteger.ONE);
      default -> all;
    };
  }

  private static boolean isMask(Expr e) {
    return e instanceof Expr.Binary b
        && b.op() == BinaryOp.BIT_AND
        && b.right() instanceof IntConst m
        && m.value().signum() >= 0;
  }

  private Expr comparison(BinaryOp op, Expr left, Expr right, Place place) {
    if (left.type() instanceof PointerType || right.type() instanceof PointerType) {
      PointerType type =
          (PointerType) (left.type() instanceof PointerType ? left.type() : right.type());
      return Exprs.binary(op, coercions.to(left, type, place), coercions.to(right, type, place));
    }
    Type type = Conversions.common(left.type(), right.type());
    return Exprs.binary(op, coercions.to(left, type, place), coercions.to(right, type, place));
  }

  private Expr pointerSum(Expr left, Expr right, Place place) {
    boolean swapped = !(left.type() instanceof PointerType);
    Expr pointer = swapped ? right : left;
    Expr steps = swapped ? left : right;
    if (!(steps.type() instanceof IntType)) {
      throw new Invalid(place.range(), "`+` cannot add " + left.type() + " and " + right.type());
    }
    return move(pointer, Exprs.cast(steps, context.unit().target().differenceType()), place);
  }

  /**
   * A pointer moved by a number of objects.
   *
   * @param steps a signed integer of pointer width
   */
  Expr move(Expr pointer, Expr steps, Place place) {
    Type pointee = ((PointerType) pointer.type()).pointee();
    if (pointer instanceof Expr.AddressOf a
        && a.object() instanceof LValue.Element e
        && e.type().equals(pointee)
        && context.variableSize(pointee) == null) {
      Expr index = Exprs.isZero(e.index()) ? steps : Exprs.binary(BinaryOp.ADD, e.index(), steps);
      return Exprs.address(LValue.Element.of(e.base(), index), (PointerType) pointer.type());
    }
    Expr variable = context.variableSize(pointee);
    Expr size =
        variable == null
            ? IntConst.of(sizeOfPointee(pointee, place), steps.type())
            : Exprs.cast(variable, steps.type());
    Expr bytes =
        size == IntConst.of(1, steps.type()) ? steps : Exprs.binary(BinaryOp.MULTIPLY, steps, size);
    return Exprs.binary(BinaryOp.POINTER_ADD, pointer, bytes);
  }

  /** GNU counts void and functions as bytes. */
  private long sizeOfPointee(Type pointee, Place place) {
    return switch (pointee) {
      case VoidType v -> 1;
      case FunctionType f -> 1;
      case ArrayType a when a.length() == ArrayType.UNKNOWN_LENGTH ->
          throw new Unsupported(
              place.range(), "arithmetic on a pointer to an array of unknown length");
      case dev.proviso.frontend.types.CompositeType c when !c.isComplete() ->
          throw context
              .unit()
              .incomplete(
                  c, place, "arithmetic on a pointer to `" + c + "`, which is not defined here");
      default -> pointee.size();
    };
  }

  private Expr pointerDifference(Expr left, Expr right, Place place) {
    IntType type = context.unit().target().differenceType();
    if (right.type() instanceof IntType) {
      return move(left, Exprs.unary(UnaryOp.NEGATE, Exprs.cast(right, type)), place);
    }
    if (!(left.type() instanceof PointerType p) || !(right.type() instanceof PointerType)) {
      throw new Invalid(
          place.range(), "`-` cannot subtract " + right.type() + " from " + left.type());
    }
    Expr bytes = Exprs.binary(BinaryOp.SUBTRACT, Exprs.cast(left, type), Exprs.cast(right, type));
    Expr variable = context.variableSize(p.pointee());
    if (variable != null) {
      return Exprs.binary(BinaryOp.DIVIDE, bytes, Exprs.cast(variable, type));
    }
    long size = sizeOfPointee(p.pointee(), place);
    return size <= 1 ? bytes : Exprs.binary(BinaryOp.DIVIDE, bytes, IntConst.of(size, type));
  }
}
