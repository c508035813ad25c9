// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Conversions from one type to another, asked for and implied. */
final class Coercions {
  private final Context context;

  Coercions(Context context) {
    this.context = context;
  }

  /** A cast as it is written. */
  Operand cast(Expression.Cast cast) {
    Type type = context.types().named(cast.type()).type();
    if (type instanceof VoidType) {
      context.expressions().effect(cast.operand());
      return new Operand.Nothing();
    }
    Operand external = context.expressions().intrinsics().external(cast, type);
    if (external != null) {
      return external;
    }
    Expr value = context.expressions().value(cast.operand());
    if (type instanceof CompositeType c && !value.type().equals(type)) {
      return toUnion(value, c, cast.place());
    }
    if (!type.isScalar() && !value.type().equals(type)) {
      throw new Invalid(cast.place().range(), "nothing can be cast to " + type);
    }
    return Operand.Value.of(to(value, type, cast.place()));
  }

  /**
   * GNU's cast to a union, and arguments for transparent unions: the member of the value's type is
   * set.
   */
  private Operand toUnion(Expr value, CompositeType union, Place place) {
    for (Field field : union.fields()) {
      if (union.isUnion() && accepts(field.type(), value.type())) {
        Variable temporary = context.local("union", union, false, place);
        LValue object = LValue.Var.of(temporary);
        context.assign(LValue.Member.of(object, field), to(value, field.type(), place), place);
        return Operand.Value.of(Expr.Read.of(object));
      }
    }
    throw new Invalid(place.range(), "a value of type " + value.type() + " cannot become " + union);
  }

  private static boolean accepts(Type member, Type value) {
    return member.equals(value) || member instanceof PointerType && value instanceof PointerType;
  }

  /** The value in another scalar type, whatever the types. */
  Expr to(Expr value, Type type, Place place) {
    if (value.type().equals(type)) {
      return value;
    }
    if (!value.type().isScalar() || !type.isScalar()) {
      throw new Invalid(
          place.range(), "a value of type " + value.type() + " cannot become " + type);
    }
    Expr cast = Exprs.cast(value, type);
    boolean fromFloat =
        value.type() instanceof FloatType && type instanceof IntType t && !t.isBool();
    return fromFloat && !Exprs.isConstant(cast)
        ? inRange(cast, value, (IntType) type, place)
        : cast;
  }

  /** Out of the integer's range, the result is arbitrary. */
  private Expr inRange(Expr cast, Expr value, IntType type, Place place) {
    FloatType from = (FloatType) value.type();
    BigInteger below = type.min().subtract(BigInteger.ONE);
    boolean exact =
        below.abs().bitLength() - below.abs().getLowestSetBit() <= from.significandBits();
    Expr low =
        exact
            ? Exprs.binary(BinaryOp.LESS, bound(below, from), value)
            : Exprs.binary(BinaryOp.LESS_OR_EQUAL, bound(type.min(), from), value);
    Expr high = Exprs.binary(BinaryOp.LESS, value, bound(type.max().add(BigInteger.ONE), from));
    Expr usual = value instanceof Expr.FloatConst c ? Floats.nearest(c, type) : cast;
    Expr other = context.expressions().outOfRange(usual, place);
    return Exprs.conditional(Exprs.binary(BinaryOp.AND, low, high), cast, other);
  }

  private static Expr bound(BigInteger value, FloatType type) {
    return Expr.FloatConst.of(new BigDecimal(value).toPlainString(), type);
  }

  /**
   * The implied conversion of an assignment, an argument, an initialiser or a result (6.5.16.1).
   */
  Expr implied(Expr value, Type type, Place place) {
    Type from = value.type();
    if (from.equals(type)) {
      return value;
    }
    if (type instanceof CompositeType c && c.isUnion() && from.isScalar()) {
      return context.expressions().value(toUnion(value, c, place), place);
    }
    if (type instanceof PointerType p) {
      if (from instanceof PointerType q && !compatible(p.pointee(), q.pointee())) {
        context
            .unit()
            .warn(
                place, "a pointer `" + from + "` is passed on as the incompatible `" + type + "`");
      } else if (from instanceof IntType && !Exprs.isZero(value)) {
        context
            .unit()
            .warn(
                place,
                "an integer of type " + from + " becomes a pointer `" + type + "` without a cast");
      }
    } else if (type instanceof IntType t && from instanceof PointerType && !t.isBool()) {
      context
          .unit()
          .warn(
              place,
              "a pointer `" + from + "` becomes an integer of type " + type + " without a cast");
    }
    return to(value, type, place);
  }

  /**
   * Pointers to these are exchanged without a word: to void, to integers of one width, to functions
   * that agree.
   */
  private static boolean compatible(Type a, Type b) {
    if (a.equals(b) || a instanceof VoidType || b instanceof VoidType) {
      return true;
    }
    return switch (a) {
      case IntType i -> b instanceof IntType j && i.bits() == j.bits();
      case PointerType p -> b instanceof PointerType q && compatible(p.pointee(), q.pointee());
      case FunctionType f ->
          b instanceof FunctionType g && (!f.prototyped() || !g.prototyped() || similar(f, g));
      case dev.proviso.frontend.types.ArrayType x ->
          b instanceof dev.proviso.frontend.types.ArrayType y
              && compatible(x.element(), y.element());
      case CompositeType c -> false;
      case FloatType f -> false;
      case VoidType v -> true;
    };
  }

  private static boolean similar(FunctionType f, FunctionType g) {
    if (f.parameters().size() != g.parameters().size() || !compatible(f.result(), g.result())) {
      return false;
    }
    for (int i = 0; i < f.parameters().size(); i++) {
      if (!compatible(f.parameters().get(i), g.parameters().get(i))) {
        return false;
      }
    }
    return true;
  }
}
