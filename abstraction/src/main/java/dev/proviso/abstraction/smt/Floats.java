// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.sosy_lab.java_smt.api.BitvectorFormula;
import org.sosy_lab.java_smt.api.FloatingPointFormula;
import org.sosy_lab.java_smt.api.FloatingPointFormulaManager;
import org.sosy_lab.java_smt.api.FloatingPointRoundingMode;
import org.sosy_lab.java_smt.api.FormulaType;
import org.sosy_lab.java_smt.api.FormulaType.FloatingPointType;

/**
 * Floating-point numbers of IEEE 754, as the bit-vectors of 32 or 64 bits that they are stored as.
 * Results are rounded to the nearest number, to the even one of two. Of what is no number, the bits
 * are those that x86-64 gives: the first operand that is none, made quiet, or one with the sign bit
 * set.
 */
public final class Floats {
  private static final FloatingPointRoundingMode NEAREST =
      FloatingPointRoundingMode.NEAREST_TIES_TO_EVEN;

  private final Terms terms;
  private final FloatingPointFormulaManager floats;

  Floats(Terms terms, FloatingPointFormulaManager floats) {
    this.terms = terms;
    this.floats = floats;
  }

  /** The four operations. */
  public enum Operation {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE
  }

  private static FloatingPointType type(int bits) {
    return switch (bits) {
      case 32 -> FormulaType.getSinglePrecisionFloatingPointType();
      case 64 -> FormulaType.getDoublePrecisionFloatingPointType();
      default -> throw new IllegalArgumentException("no floating-point numbers of " + bits);
    };
  }

  private static int fractionBits(int bits) {
    return bits == 32 ? 23 : 52;
  }

  private FloatingPointFormula number(Term a) {
    return floats.fromIeeeBitvector((BitvectorFormula) a.formula(), type(a.bits()));
  }

  private Term bits(FloatingPointFormula number, int bits) {
    return terms.opaque(floats.toIeeeBitvector(number), bits);
  }

  public Term calculate(Operation operation, Term a, Term b) {
    if (a.constant() != null && b.constant() != null) {
      BigInteger known = known(operation, a, b);
      if (known != null) {
        return terms.number(known, a.bits());
      }
    }
    FloatingPointFormula x = number(a);
    FloatingPointFormula y = number(b);
    FloatingPointFormula result =
        switch (operation) {
          case ADD -> floats.add(x, y, NEAREST);
          case SUBTRACT -> floats.subtract(x, y, NEAREST);
          case MULTIPLY -> floats.multiply(x, y, NEAREST);
          case DIVIDE -> floats.divide(x, y, NEAREST);
        };
    int fraction = fractionBits(a.bits());
    BigInteger noResult =
        BigInteger.ONE.shiftLeft(a.bits()).subtract(BigInteger.ONE.shiftLeft(fraction - 1));
    Term none =
        terms.ite(
            isNone(a), quiet(a), terms.ite(isNone(b), quiet(b), terms.number(noResult, a.bits())));
    return terms.ite(terms.opaque(floats.isNaN(result)), none, bits(result, a.bits()));
  }

  /** Null where the result is no number. */
  private static @Nullable BigInteger known(Operation operation, Term a, Term b) {
    if (a.bits() == 32) {
      float x = Float.intBitsToFloat(constant(a).intValue());
      float y = Float.intBitsToFloat(constant(b).intValue());
      float result =
          switch (operation) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
          };
      return Float.isNaN(result) ? null : BigInteger.valueOf(Float.floatToRawIntBits(result));
    }
    double x = Double.longBitsToDouble(constant(a).longValue());
    double y = Double.longBitsToDouble(constant(b).longValue());
    double result =
        switch (operation) {
          case ADD -> x + y;
          case SUBTRACT -> x - y;
          case MULTIPLY -> x * y;
          case DIVIDE -> x / y;
        };
    return Double.isNaN(result) ? null : BigInteger.valueOf(Double.doubleToRawLongBits(result));
  }

  private static BigInteger constant(Term a) {
    BigInteger constant = a.constant();
    if (constant == null) {
      throw new IllegalArgumentException("not known: " + a);
    }
    return constant;
  }

  /** With the other sign, also of what is no number. */
  public Term negate(Term a) {
    return terms.bitXor(a, terms.number(BigInteger.ONE.shiftLeft(a.bits() - 1), a.bits()));
  }

  private Term withoutSign(Term a) {
    BigInteger mask = BigInteger.ONE.shiftLeft(a.bits() - 1).subtract(BigInteger.ONE);
    return terms.bitAnd(a, terms.number(mask, a.bits()));
  }

  private Term infinity(int bits) {
    BigInteger sign = BigInteger.ONE.shiftLeft(bits - 1);
    return terms.number(sign.subtract(BigInteger.ONE.shiftLeft(fractionBits(bits))), bits);
  }

  /** True of what is no number. */
  private Term isNone(Term a) {
    return terms.less(infinity(a.bits()), withoutSign(a), false);
  }

  private Term quiet(Term a) {
    BigInteger bit = BigInteger.ONE.shiftLeft(fractionBits(a.bits()) - 1);
    return terms.bitOr(a, terms.number(bit, a.bits()));
  }

  /** True of what differs from 0, also of what is no number. */
  public Term isNotZero(Term a) {
    return terms.not(terms.equal(withoutSign(a), terms.number(0, a.bits())));
  }

  /** False where one of them is no number. */
  public Term less(Term a, Term b) {
    return a.constant() != null && b.constant() != null
        ? terms.bool(real(a) < real(b))
        : terms.opaque(floats.lessThan(number(a), number(b)));
  }

  /** False where one of them is no number. */
  public Term lessOrEqual(Term a, Term b) {
    return a.constant() != null && b.constant() != null
        ? terms.bool(real(a) <= real(b))
        : terms.opaque(floats.lessOrEquals(number(a), number(b)));
  }

  /** False where one of them is no number; the zeros are equal. */
  public Term equal(Term a, Term b) {
    return a.constant() != null && b.constant() != null
        ? terms.bool(real(a) == real(b))
        : terms.opaque(floats.equalWithFPSemantics(number(a), number(b)));
  }

  private static double real(Term a) {
    return a.bits() == 32
        ? Float.intBitsToFloat(constant(a).intValue())
        : Double.longBitsToDouble(constant(a).longValue());
  }

  /** The nearest number to an integer. */
  public Term ofInteger(Term a, boolean signed, int bits) {
    BigInteger known = a.constant();
    if (known != null) {
      BigInteger value =
          signed && known.testBit(a.bits() - 1)
              ? known.subtract(BigInteger.ONE.shiftLeft(a.bits()))
              : known;
      return terms.number(
          bits == 32
              ? BigInteger.valueOf(Float.floatToRawIntBits(value.floatValue()))
              : BigInteger.valueOf(Double.doubleToRawLongBits(value.doubleValue())),
          bits);
    }
    return bits(floats.castFrom((BitvectorFormula) a.formula(), signed, type(bits), NEAREST), bits);
  }

  /** Without what is behind the point; anything where that is no integer of so many bits. */
  public Term toInteger(Term a, boolean signed, int bits) {
    return terms.opaque(
        floats.castTo(
            number(a),
            signed,
            FormulaType.getBitvectorTypeWithSize(bits),
            FloatingPointRoundingMode.TOWARD_ZERO),
        bits);
  }

  /** As a number of another width. */
  public Term convert(Term a, int bits) {
    if (a.bits() == bits) {
      return a;
    }
    boolean widens = bits > a.bits();
    int difference = Math.abs(fractionBits(bits) - fractionBits(a.bits()));
    Term sign = terms.bitAnd(a, terms.number(BigInteger.ONE.shiftLeft(a.bits() - 1), a.bits()));
    BigInteger fractionMask =
        BigInteger.ONE.shiftLeft(fractionBits(a.bits())).subtract(BigInteger.ONE);
    Term fraction = terms.bitAnd(a, terms.number(fractionMask, a.bits()));
    Term none =
        widens
            ? terms.bitOr(
                terms.shiftLeft(
                    terms.resize(sign, bits, false), terms.number(bits - a.bits(), bits)),
                terms.shiftLeft(
                    terms.resize(fraction, bits, false), terms.number(difference, bits)))
            : terms.resize(
                terms.bitOr(
                    terms.shiftRight(sign, terms.number(a.bits() - bits, a.bits()), false),
                    terms.shiftRight(fraction, terms.number(difference, a.bits()), false)),
                bits,
                false);
    if (a.constant() != null && !Double.isNaN(real(a))) {
      return terms.number(
          widens
              ? BigInteger.valueOf(Double.doubleToRawLongBits(real(a)))
              : BigInteger.valueOf(Float.floatToRawIntBits((float) real(a))),
          bits);
    }
    return terms.ite(
        isNone(a),
        quiet(terms.bitOr(none, infinity(bits))),
        bits(floats.castTo(number(a), true, type(bits), NEAREST), bits));
  }
}
