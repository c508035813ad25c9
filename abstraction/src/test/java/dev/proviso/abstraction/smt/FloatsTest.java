// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is folded, and what the solver says of the same numbers, is what Java computes. */
class FloatsTest {
  private static final long SEED = 754;

  private final Solver solver = new Solver();
  private final Terms terms = solver.terms();
  private final Floats floats = terms.floats();
  private final Random random = new Random(SEED);

  @AfterEach
  void close() {
    solver.close();
  }

  private static BigInteger unsigned(long value, int bits) {
    return BigInteger.valueOf(value).mod(BigInteger.ONE.shiftLeft(bits));
  }

  private static BigInteger ofFloat(float value) {
    return unsigned(Float.floatToRawIntBits(value), 32);
  }

  private static BigInteger ofDouble(double value) {
    return unsigned(Double.doubleToRawLongBits(value), 64);
  }

  private float anyFloat() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(7) - 3;
      case 1 -> Float.intBitsToFloat(random.nextInt() & 0xFFBF_FFFF | 0x0040_0000);
      case 2 ->
          List.of(0f, -0f, Float.MIN_VALUE, Float.MAX_VALUE, 1f / 3, Float.NEGATIVE_INFINITY)
              .get(random.nextInt(6));
      default -> (float) random.nextGaussian();
    };
  }

  private double anyDouble() {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(7) - 3;
      case 1 -> Double.longBitsToDouble(random.nextLong() | 0x0008_0000_0000_0000L);
      case 2 ->
          List.of(0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1.0 / 3, Double.NaN)
              .get(random.nextInt(6));
      default -> random.nextGaussian() * (random.nextBoolean() ? 1 : 1e200);
    };
  }

  private void check(
      String what, BigInteger expected, Function<List<Term>, Term> made, Term... of) {
    List<Term> known = List.of(of);
    Term folded = made.apply(known);
    if (folded.constant() != null) {
      assertThat(folded.constant()).as("%s, folded, seed %s", what, SEED).isEqualTo(expected);
    }
    List<Term> open = new ArrayList<>();
    try (Session session = solver.session()) {
      for (Term t : known) {
        Term variable = terms.variable(terms.freshName("f"), t.bits());
        open.add(variable);
        session.add(terms.equal(variable, t));
      }
      Term result = made.apply(open);
      Term same =
          result.isBool()
              ? expected.signum() == 0 ? terms.not(result) : result
              : terms.equal(result, terms.number(expected, result.bits()));
      session.add(terms.not(same));
      assertThat(session.isSatisfiable()).as("%s, by the solver, seed %s", what, SEED).isFalse();
    }
  }

  private Term number(float value) {
    return terms.number(ofFloat(value), 32);
  }

  private Term number(double value) {
    return terms.number(ofDouble(value), 64);
  }

  /** What x86-64 gives where Java leaves open which of the things that are no number it is. */
  private static BigInteger settled(
      BigInteger result,
      boolean isNone,
      BigInteger a,
      boolean aIsNone,
      BigInteger b,
      boolean bIsNone,
      BigInteger none) {
    return !isNone ? result : aIsNone ? a : bIsNone ? b : none;
  }

  @Test
  void floatsAreCalculatedWith() {
    for (int i = 0; i < 60; i++) {
      float a = anyFloat();
      float b = anyFloat();
      for (Floats.Operation operation : Floats.Operation.values()) {
        float r =
            switch (operation) {
              case ADD -> a + b;
              case SUBTRACT -> a - b;
              case MULTIPLY -> a * b;
              case DIVIDE -> a / b;
            };
        BigInteger expected =
            settled(
                ofFloat(r),
                Float.isNaN(r),
                ofFloat(a),
                Float.isNaN(a),
                ofFloat(b),
                Float.isNaN(b),
                BigInteger.valueOf(0xFFC0_0000L));
        check(
            a + " " + operation + " " + b,
            expected,
            t -> floats.calculate(operation, t.get(0), t.get(1)),
            number(a),
            number(b));
      }
    }
  }

  @Test
  void doublesAreCalculatedWith() {
    for (int i = 0; i < 25; i++) {
      double a = anyDouble();
      double b = anyDouble();
      for (Floats.Operation operation : Floats.Operation.values()) {
        double r =
            switch (operation) {
              case ADD -> a + b;
              case SUBTRACT -> a - b;
              case MULTIPLY -> a * b;
              case DIVIDE -> a / b;
            };
        BigInteger expected =
            settled(
                ofDouble(r),
                Double.isNaN(r),
                ofDouble(a),
                Double.isNaN(a),
                ofDouble(b),
                Double.isNaN(b),
                new BigInteger("FFF8000000000000", 16));
        check(
            a + " " + operation + " " + b,
            expected,
            t -> floats.calculate(operation, t.get(0), t.get(1)),
            number(a),
            number(b));
      }
    }
  }

  private static BigInteger truth(boolean value) {
    return value ? BigInteger.ONE : BigInteger.ZERO;
  }

  @Test
  void theyAreCompared() {
    for (int i = 0; i < 100; i++) {
      double a = anyDouble();
      double b = random.nextInt(3) == 0 ? a : anyDouble();
      String what = a + " and " + b;
      check(what, truth(a < b), t -> floats.less(t.get(0), t.get(1)), number(a), number(b));
      check(what, truth(a <= b), t -> floats.lessOrEqual(t.get(0), t.get(1)), number(a), number(b));
      check(what, truth(a == b), t -> floats.equal(t.get(0), t.get(1)), number(a), number(b));
      check(what, truth(a != 0), t -> floats.isNotZero(t.get(0)), number(a));
      check(what, ofDouble(a).flipBit(63), t -> floats.negate(t.get(0)), number(a));
    }
  }

  @Test
  void theyAreConverted() {
    for (int i = 0; i < 60; i++) {
      float f = anyFloat();
      double d = anyDouble();
      int n = random.nextInt() >> random.nextInt(32);
      long l = random.nextLong() >> random.nextInt(64);
      if (!Float.isNaN(f)) {
        check(f + " widened", ofDouble(f), t -> floats.convert(t.get(0), 64), number(f));
      }
      if (!Double.isNaN(d)) {
        check(d + " narrowed", ofFloat((float) d), t -> floats.convert(t.get(0), 32), number(d));
      }
      Term number = terms.number(unsigned(n, 32), 32);
      check(n + " to float", ofFloat(n), t -> floats.ofInteger(t.get(0), true, 32), number);
      check(
          l + " to double",
          ofDouble((double) l),
          t -> floats.ofInteger(t.get(0), true, 64),
          terms.number(unsigned(l, 64), 64));
      check(
          n + " unsigned to double",
          ofDouble((double) Integer.toUnsignedLong(n)),
          t -> floats.ofInteger(t.get(0), false, 64),
          number);
      if (Math.abs(d) < 1e9) {
        check(
            d + " to int",
            unsigned((int) d, 32),
            t -> floats.toInteger(t.get(0), true, 32),
            number(d));
      }
    }
  }

  /** The sign, the first bits behind the point, and made quiet. */
  @Test
  void whatIsNoNumberStaysSoWhenConverted() {
    check(
        "widened",
        new BigInteger("FFF8200000000000", 16),
        t -> floats.convert(t.get(0), 64),
        terms.number(0xFF81_0000L, 32));
    check(
        "narrowed",
        BigInteger.valueOf(0x7FC1_0000L),
        t -> floats.convert(t.get(0), 32),
        terms.number(0x7FF8_2000_0000_0001L, 64));
  }
}
