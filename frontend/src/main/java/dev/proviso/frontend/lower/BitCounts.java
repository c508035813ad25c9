// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.IntType.Kind;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GNU's builtins that count bits, as shifts and masks (Warren, Hacker's Delight, chapter 5). Of
 * zero, {@code clz} and {@code ctz} may return anything.
 */
final class BitCounts {
  private final Context context;
  private final Coercions coercions;

  BitCounts(Context context, Coercions coercions) {
    this.context = context;
    this.coercions = coercions;
  }

  /**
   * The value of such a call; null where it is none.
   *
   * @param bare the name without {@code __builtin_}
   */
  @Nullable Expr call(String bare, List<Expression> arguments) {
    String counted = bare.replaceFirst("l{1,2}$", "");
    boolean known =
        switch (counted) {
          case "popcount", "parity", "clz", "ctz", "ffs", "clrsb" -> arguments.size() == 1;
          default -> false;
        };
    if (!known) {
      return null;
    }
    Kind kind =
        switch (bare.length() - counted.length()) {
          case 0 -> Kind.UNSIGNED_INT;
          case 1 -> Kind.UNSIGNED_LONG;
          default -> Kind.UNSIGNED_LONG_LONG;
        };
    IntType type = context.unit().target().intType(kind);
    Expression argument = arguments.get(0);
    Count count = new Count(type, argument);
    Expr x =
        count.saved(coercions.to(context.expressions().value(argument), type, argument.place()));
    Expr result =
        switch (counted) {
          case "popcount" -> count.ones(x);
          case "parity" -> count.and(count.ones(x), 1);
          case "clz" -> count.unlessZero(x, count.any(), count.leadingZeros(x));
          case "clrsb" -> count.redundantSigns(x);
          case "ctz" -> count.unlessZero(x, count.any(), count.trailingZeros(x));
          default ->
              count.unlessZero(
                  x, Exprs.zero(type), count.binary(BinaryOp.ADD, count.trailingZeros(x), 1));
        };
    return Exprs.cast(result, IntType.INT);
  }

  /** Counts in numbers of one type. */
  private final class Count {
    private final IntType type;
    private final Expression at;

    Count(IntType type, Expression at) {
      this.type = type;
      this.at = at;
    }

    Expr saved(Expr value) {
      return context.save(value, at.place());
    }

    Expr any() {
      return context.arbitrary(type, new Statement.Cause.Unspecified(), at.place());
    }

    Expr unlessZero(Expr value, Expr ofZero, Expr otherwise) {
      Expr isZero = Exprs.binary(BinaryOp.EQUAL, value, Exprs.zero(type));
      return Exprs.conditional(isZero, ofZero, otherwise);
    }

    Expr binary(BinaryOp op, Expr left, long right) {
      return Exprs.binary(op, left, IntConst.of(right, type));
    }

    Expr and(Expr value, long mask) {
      return binary(BinaryOp.BIT_AND, value, mask);
    }

    private Expr right(Expr value, int distance) {
      return Exprs.binary(BinaryOp.SHIFT_RIGHT, value, IntConst.of(distance, IntType.INT));
    }

    /** Counts in pairs, then in fours, and so on; each sum has room. */
    Expr ones(Expr value) {
      Expr sums = value;
      for (int width = 1; width < type.bits(); width *= 2) {
        IntConst mask = IntConst.of(mask(width), type);
        Expr low = Exprs.binary(BinaryOp.BIT_AND, sums, mask);
        Expr high = Exprs.binary(BinaryOp.BIT_AND, right(sums, width), mask);
        sums = saved(Exprs.binary(BinaryOp.ADD, low, high));
      }
      return sums;
    }

    /** Ones in every other group of that many bits, the lowest included. */
    private BigInteger mask(int width) {
      BigInteger group = BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
      BigInteger mask = BigInteger.ZERO;
      for (int at = 0; at < type.bits(); at += 2 * width) {
        mask = mask.or(group.shiftLeft(at));
      }
      return mask;
    }

    /** The ones of what is left of the number when its highest one is spread to the right. */
    Expr leadingZeros(Expr value) {
      Expr spread = value;
      for (int width = 1; width < type.bits(); width *= 2) {
        spread = saved(Exprs.binary(BinaryOp.BIT_OR, spread, right(spread, width)));
      }
      return ones(saved(Exprs.unary(UnaryOp.COMPLEMENT, spread)));
    }

    /** How many bits below the sign are equal to it. */
    Expr redundantSigns(Expr value) {
      Expr sign = right(value, type.bits() - 1);
      Expr spread = Exprs.unary(UnaryOp.NEGATE, sign);
      Expr others = saved(Exprs.binary(BinaryOp.BIT_XOR, value, spread));
      return binary(BinaryOp.SUBTRACT, leadingZeros(others), 1);
    }

    /** The ones of what lies below the lowest one. */
    Expr trailingZeros(Expr value) {
      Expr below =
          Exprs.binary(
              BinaryOp.BIT_AND,
              Exprs.unary(UnaryOp.COMPLEMENT, value),
              binary(BinaryOp.SUBTRACT, value, 1));
      return ones(saved(below));
    }
  }
}
