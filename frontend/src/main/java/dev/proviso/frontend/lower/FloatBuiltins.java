// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.FloatConst;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GNU's builtins that ask what sort of number a float is, and the simplest that compute with it.
 */
final class FloatBuiltins {
  private final Context context;
  private final Coercions coercions;

  FloatBuiltins(Context context, Coercions coercions) {
    this.context = context;
    this.coercions = coercions;
  }

  /** What a call of such a builtin denotes; null where the name is none of them. */
  @Nullable Operand call(String bare, List<Expression> arguments, Place place) {
    Expr value =
        switch (arguments.size()) {
          case 0 -> infinity(bare);
          case 1 -> unary(bare, arguments.get(0), place);
          case 2 -> binary(bare, arguments, place);
          default -> null;
        };
    if (value == null && bare.equals("fpclassify") && arguments.size() == 6) {
      value = classified(arguments, place);
    }
    return value == null ? null : Operand.Value.of(value);
  }

  private @Nullable Expr infinity(String bare) {
    return switch (bare) {
      case "huge_val", "inf", "huge_valf", "inff", "huge_vall", "infl" ->
          FloatConst.of("Infinity", named(bare.replace("val", "")));
      default -> null;
    };
  }

  /** The type that a name ends in. */
  private FloatType named(String bare) {
    return bare.endsWith("l")
        ? context.unit().target().longDouble()
        : bare.equals("inf") || !bare.endsWith("f") ? FloatType.DOUBLE : FloatType.FLOAT;
  }

  private @Nullable Expr unary(String bare, Expression argument, Place place) {
    switch (bare) {
      case "nan", "nanf", "nanl", "nans", "nansf", "nansl" -> {
        context.expressions().effect(argument);
        return FloatConst.of("NaN", named(bare));
      }
      case "fabs", "fabsf", "fabsl" -> {
        return magnitude(saved(argument, named(bare), place));
      }
      case "signbitf", "signbitl" -> {
        return sign(saved(argument, named(bare), place), place);
      }
      case "isnanl", "isinfl", "finitef", "finitel" -> {
        String plain = bare.substring(0, bare.length() - 1);
        return asked(plain, saved(argument, named(bare), place), place);
      }
      case "isnan",
          "isnanf",
          "isinf",
          "isinff",
          "isinf_sign",
          "isfinite",
          "finite",
          "isnormal",
          "signbit" -> {
        Expr given = context.expressions().value(argument);
        return asked(bare, saved(given, floating(given.type()), place), place);
      }
      default -> {
        return null;
      }
    }
  }

  private static FloatType floating(Type type) {
    return type instanceof FloatType f ? f : FloatType.DOUBLE;
  }

  private Expr saved(Expression argument, FloatType type, Place place) {
    return saved(context.expressions().value(argument), type, place);
  }

  private Expr saved(Expr value, FloatType type, Place place) {
    return context.save(coercions.to(value, type, place), place);
  }

  private Expr asked(String bare, Expr x, Place place) {
    FloatType type = (FloatType) x.type();
    return switch (bare) {
      case "isnan", "isnanf" -> Exprs.binary(BinaryOp.NOT_EQUAL, x, x);
      case "isinf", "isinff" ->
          Exprs.binary(BinaryOp.EQUAL, magnitude(x), FloatConst.of("Infinity", type));
      case "isinf_sign" ->
          Exprs.conditional(
              Exprs.binary(BinaryOp.EQUAL, x, FloatConst.of("Infinity", type)),
              Exprs.ONE,
              Exprs.conditional(
                  Exprs.binary(BinaryOp.EQUAL, x, FloatConst.of("-Infinity", type)),
                  IntConst.of(-1, IntType.INT),
                  Exprs.ZERO));
      case "isfinite", "finite" ->
          Exprs.binary(BinaryOp.LESS, magnitude(x), FloatConst.of("Infinity", type));
      case "isnormal" ->
          Exprs.binary(
              BinaryOp.AND,
              Exprs.binary(BinaryOp.LESS_OR_EQUAL, leastNormal(type), magnitude(x)),
              Exprs.binary(BinaryOp.LESS, magnitude(x), FloatConst.of("Infinity", type)));
      default -> sign(x, place);
    };
  }

  private static Expr leastNormal(FloatType type) {
    return switch (type) {
      case FLOAT -> Floats.of(Float.MIN_NORMAL, type);
      case DOUBLE -> Floats.of(Double.MIN_NORMAL, type);
      case EXTENDED, EXTENDED_12 -> FloatConst.of("3.36210314311209350626e-4932", type);
    };
  }

  private static Expr magnitude(Expr x) {
    Expr zero = Exprs.zero(x.type());
    Expr negated = Exprs.unary(UnaryOp.NEGATE, x);
    // Of both zeros this gives the positive one.
    return Exprs.conditional(
        Exprs.binary(BinaryOp.LESS, x, zero),
        negated,
        Exprs.conditional(Exprs.binary(BinaryOp.EQUAL, x, zero), zero, x));
  }

  /** The sign bit, which only the bytes of the number tell of zeros and NaNs. */
  private Expr sign(Expr x, Place place) {
    Target target = context.unit().target();
    Variable object = context.local("number", x.type(), false, place);
    context.assign(LValue.Var.of(object), x, place);
    Kind kind =
        switch ((FloatType) x.type()) {
          case FLOAT -> Kind.INT;
          case DOUBLE -> Kind.LONG_LONG;
          case EXTENDED, EXTENDED_12 -> Kind.SHORT;
        };
    IntType bits = target.intType(kind);
    PointerType pointer = target.pointerTo(bits);
    Expr address =
        Exprs.cast(Exprs.address(LValue.Var.of(object), target.pointerTo(x.type())), pointer);
    int offset = bits.bits() == 16 ? 8 : 0;
    Expr moved =
        Exprs.binary(BinaryOp.POINTER_ADD, address, IntConst.of(offset, target.differenceType()));
    Expr read = context.save(Expr.Read.of(LValue.Deref.of(moved)), place);
    return Exprs.binary(BinaryOp.LESS, read, Exprs.zero(bits));
  }

  private @Nullable Expr binary(String bare, List<Expression> arguments, Place place) {
    boolean isKnown =
        switch (bare) {
          case "isgreater",
              "isgreaterequal",
              "isless",
              "islessequal",
              "islessgreater",
              "isunordered",
              "copysign",
              "copysignf",
              "copysignl" ->
              true;
          default -> false;
        };
    if (!isKnown) {
      return null;
    }
    boolean isCopy = bare.startsWith("copysign");
    Expr first = context.save(context.expressions().value(arguments.get(0)), place);
    Expr second = context.save(context.expressions().value(arguments.get(1)), place);
    FloatType type =
        isCopy
            ? named(bare)
            : floating(Conversions.common(floating(first.type()), floating(second.type())));
    Expr x = saved(first, type, place);
    Expr y = saved(second, type, place);
    return switch (bare) {
      case "isgreater" -> Exprs.binary(BinaryOp.LESS, y, x);
      case "isgreaterequal" -> Exprs.binary(BinaryOp.LESS_OR_EQUAL, y, x);
      case "isless" -> Exprs.binary(BinaryOp.LESS, x, y);
      case "islessequal" -> Exprs.binary(BinaryOp.LESS_OR_EQUAL, x, y);
      case "islessgreater" ->
          Exprs.binary(
              BinaryOp.OR, Exprs.binary(BinaryOp.LESS, x, y), Exprs.binary(BinaryOp.LESS, y, x));
      case "isunordered" ->
          Exprs.binary(
              BinaryOp.OR,
              Exprs.binary(BinaryOp.NOT_EQUAL, x, x),
              Exprs.binary(BinaryOp.NOT_EQUAL, y, y));
      default ->
          Exprs.conditional(
              Exprs.binary(BinaryOp.EQUAL, sign(x, place), sign(y, place)),
              x,
              Exprs.unary(UnaryOp.NEGATE, x));
    };
  }

  /** {@code fpclassify(nan, infinite, normal, subnormal, zero, x)}. */
  private Expr classified(List<Expression> arguments, Place place) {
    List<Expr> classes =
        arguments.subList(0, 5).stream()
            .map(a -> coercions.to(context.expressions().value(a), IntType.INT, place))
            .toList();
    Expr given = context.expressions().value(arguments.get(5));
    Expr x = saved(given, floating(given.type()), place);
    Expr small = Exprs.conditional(asked("isnormal", x, place), classes.get(2), classes.get(3));
    Expr finite =
        Exprs.conditional(
            Exprs.binary(BinaryOp.EQUAL, x, Exprs.zero(x.type())), classes.get(4), small);
    Expr number = Exprs.conditional(asked("isinf", x, place), classes.get(1), finite);
    return Exprs.conditional(asked("isnan", x, place), classes.get(0), number);
  }
}
