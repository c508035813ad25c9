// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.types.Extended;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;

/** Conversions between scalar types. */
final class Casts {
  private final ExpressionCompiler expressions;

  Casts(ExpressionCompiler expressions) {
    this.expressions = expressions;
  }

  Word word(Expr operand, Type to) {
    if (to instanceof IntType t && t.isBool()) {
      Test test = expressions.test(operand);
      return f -> test.holds(f) ? 1 : 0;
    }
    return switch (Forms.of(operand.type())) {
      case WORD, BLOB -> Words.fitted(expressions.word(operand), to);
      case REAL -> {
        Real value = expressions.real(operand);
        yield Reals.toWord(value, to);
      }
      case WIDE -> {
        Wide value = expressions.wide(operand);
        yield Words.fitted(f -> integer(value.get(f)).longValue(), to);
      }
    };
  }

  private static BigInteger integer(Object wide) {
    return wide instanceof Extended x ? x.toInteger() : (BigInteger) wide;
  }

  Real real(Expr operand, boolean isFloat) {
    return switch (Forms.of(operand.type())) {
      case WORD, BLOB -> ofWord(expressions.word(operand), operand.type(), isFloat);
      case REAL -> {
        Real value = expressions.real(operand);
        yield isFloat && operand.type() != FloatType.FLOAT ? f -> (float) value.get(f) : value;
      }
      case WIDE -> {
        Wide value = expressions.wide(operand);
        yield isFloat ? f -> toFloat(value.get(f)) : f -> toDouble(value.get(f));
      }
    };
  }

  private static Real ofWord(Word value, Type from, boolean isFloat) {
    if (Forms.isSigned(from) || from.size() < 8) {
      return isFloat ? f -> (float) value.get(f) : f -> value.get(f);
    }
    return isFloat ? f -> Reals.floatOfUnsigned(value.get(f)) : f -> Reals.ofUnsigned(value.get(f));
  }

  private static double toDouble(Object wide) {
    return wide instanceof Extended x ? x.toDouble() : ((BigInteger) wide).doubleValue();
  }

  private static double toFloat(Object wide) {
    return wide instanceof Extended x ? x.toFloat() : ((BigInteger) wide).floatValue();
  }

  Wide wide(Expr operand, Type to) {
    Type from = operand.type();
    if (to instanceof IntType t) {
      return switch (Forms.of(from)) {
        case WORD, BLOB -> {
          Word value = expressions.word(operand);
          yield f -> t.wrap(Forms.toBig(value.get(f), from));
        }
        case REAL -> {
          Real value = expressions.real(operand);
          yield f -> t.wrap(Reals.toBig(value.get(f)));
        }
        case WIDE -> {
          Wide value = expressions.wide(operand);
          yield f -> t.wrap(integer(value.get(f)));
        }
      };
    }
    return switch (Forms.of(from)) {
      case WORD, BLOB -> {
        Word value = expressions.word(operand);
        yield f -> Extended.of(Forms.toBig(value.get(f), from));
      }
      case REAL -> {
        Real value = expressions.real(operand);
        yield f -> Extended.of(value.get(f));
      }
      case WIDE -> {
        Wide value = expressions.wide(operand);
        yield f -> value.get(f) instanceof BigInteger b ? Extended.of(b) : value.get(f);
      }
    };
  }
}
