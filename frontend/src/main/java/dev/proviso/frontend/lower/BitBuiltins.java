// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.IntType.Kind;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GNU's builtins that count bits, by plain arithmetic: everything comes down to counting the ones of
 * a word, which adds up neighbouring groups of bits.
 */
final class BitBuiltins {
  private final Context context;
  private final Coercions coercions;

  BitBuiltins(Context context, Coercions coercions) {
    this.context = context;
    this.coercions = coercions;
  }

  /** What a call of such a builtin denotes; null where the name is none of them. */
  @Nullable Operand call(String bare, List<Expression> arguments, Place place) {
    String word = bare.replaceFirst("l{0,2}$", "");
    boolean isKnown =
        switch (word) {
          case "popcount", "clz", "ctz", "ffs", "parity", "clrsb" -> arguments.size() == 1;
          default -> false;
        };
    if (!isKnown) {
      return null;
    }
    Kind kind =
        switch (bare.length() - word.length()) {
          case 0 -> Kind.UNSIGNED_INT;
          case 1 -> Kind.UNSIGNED_LONG;
          default -> Kind.UNSIGNED_LONG_LONG;
        };
    IntType type = context.unit().target().intType(kind);
    Expr given = coercions.to(context.expressions().value(arguments.get(0)), type, place);
    Expr x = context.save(given, place);
    Expr count =
        switch (word) {
          case "popcount" -> ones(x, place);
          case "parity" -> Exprs.binary(BinaryOp.BIT_AND, ones(x, place), number(1, type));
          case "clz" -> leadingZeros(x, place);
          case "ctz" ->
              ones(and(Exprs.unary(UnaryOp.COMPLEMENT, x), minusOne(x)), place);
          case "ffs" ->
              Exprs.conditional(
                  Exprs.condition(x),
                  ones(Exprs.binary(BinaryOp.BIT_XOR, x, minusOne(x)), place),
                  number(0, type));
          default -> redundantSigns(x, place);
        };
    return Operand.Value.of(Exprs.cast(count, IntType.INT));
  }

  private static Expr number(long value, IntType type) {
    return IntConst.of(value, type);
  }

  private static Expr and(Expr left, Expr right) {
    return Exprs.binary(BinaryOp.BIT_AND, left, right);
  }

  private static Expr right(Expr x, int by) {
    return Exprs.binary(BinaryOp.SHIFT_RIGHT, x, IntConst.of(by, IntType.INT));
  }

  private static Expr minusOne(Expr x) {
    return Exprs.binary(BinaryOp.SUBTRACT, x, number(1, (IntType) x.type()));
  }

  private Expr ones(Expr word, Place place) {
    IntType type = (IntType) word.type();
    Expr x = context.save(word, place);
    for (int group = 1; group < type.bits(); group *= 2) {
      Expr mask = IntConst.of(every(group, type.bits()), type);
      Expr sum = Exprs.binary(BinaryOp.ADD, and(x, mask), and(right(x, group), mask));
      x = context.save(sum, place);
    }
    return x;
  }

  /** The low half of every pair of groups. */
  private static BigInteger every(int group, int bits) {
    BigInteger mask = BigInteger.ZERO;
    for (int i = 0; i < bits; i++) {
      mask = i / group % 2 == 0 ? mask.setBit(i) : mask;
    }
    return mask;
  }

  private Expr leadingZeros(Expr word, Place place) {
    IntType type = (IntType) word.type();
    Expr x = word;
    for (int by = 1; by < type.bits(); by *= 2) {
      x = context.save(Exprs.binary(BinaryOp.BIT_OR, x, right(x, by)), place);
    }
    return Exprs.binary(BinaryOp.SUBTRACT, number(type.bits(), type), ones(x, place));
  }

  /** Bits below the sign that are equal to it. */
  private Expr redundantSigns(Expr x, Place place) {
    IntType type = (IntType) x.type();
    Expr sign = right(x, type.bits() - 1);
    Expr spread = Exprs.unary(UnaryOp.NEGATE, sign);
    Expr others = context.save(Exprs.binary(BinaryOp.BIT_XOR, x, spread), place);
    return minusOne(leadingZeros(others, place));
  }
}
