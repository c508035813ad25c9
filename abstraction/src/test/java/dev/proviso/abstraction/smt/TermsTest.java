// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is folded is what big integers say, and what the solver says of the same term over
 * variables.
 */
class TermsTest {
  private static final int[] WIDTHS = {1, 8, 32};

  private final Solver solver = new Solver();
  private final Terms terms = solver.terms();
  private final Random random = new Random(7);

  private record Operation(BinaryOperator<Term> term, Reference reference) {}

  /** The value for unsigned operands of a width, before it wraps. */
  private interface Reference {
    BigInteger apply(BigInteger a, BigInteger b, int bits);
  }

  @AfterEach
  void close() {
    solver.close();
  }

  private static BigInteger signed(BigInteger value, int bits) {
    return value.testBit(bits - 1) ? value.subtract(BigInteger.TWO.pow(bits)) : value;
  }

  private static BigInteger truth(boolean value) {
    return value ? BigInteger.ONE : BigInteger.ZERO;
  }

  private Term number(Term truth, Term like) {
    return terms.fromBool(truth, like.bits());
  }

  private Map<String, Operation> operations() {
    Map<String, Operation> all = new LinkedHashMap<>();
    all.put("add", new Operation(terms::add, (a, b, n) -> a.add(b)));
    all.put("subtract", new Operation(terms::subtract, (a, b, n) -> a.subtract(b)));
    all.put("multiply", new Operation(terms::multiply, (a, b, n) -> a.multiply(b)));
    all.put("and", new Operation(terms::bitAnd, (a, b, n) -> a.and(b)));
    all.put("or", new Operation(terms::bitOr, (a, b, n) -> a.or(b)));
    all.put("xor", new Operation(terms::bitXor, (a, b, n) -> a.xor(b)));
    all.put("negate", new Operation((a, b) -> terms.negate(a), (a, b, n) -> a.negate()));
    all.put("complement", new Operation((a, b) -> terms.complement(a), (a, b, n) -> a.not()));
    all.put(
        "left",
        new Operation(terms::shiftLeft, (a, b, n) -> a.multiply(BigInteger.TWO.pow(small(b, n)))));
    for (boolean s : new boolean[] {false, true}) {
      Reference left = (a, b, n) -> s ? signed(a, n) : a;
      Reference right = (a, b, n) -> s ? signed(b, n) : b;
      all.put(
          "less " + s,
          new Operation(
              (a, b) -> number(terms.less(a, b, s), a),
              (a, b, n) -> truth(left.apply(a, b, n).compareTo(right.apply(a, b, n)) < 0)));
      all.put(
          "at most " + s,
          new Operation(
              (a, b) -> number(terms.lessOrEqual(a, b, s), a),
              (a, b, n) -> truth(left.apply(a, b, n).compareTo(right.apply(a, b, n)) <= 0)));
      all.put(
          "right " + s,
          new Operation(
              (a, b) -> terms.shiftRight(a, b, s),
              (a, b, n) -> left.apply(a, b, n).shiftRight(small(b, n))));
      all.put(
          "divide " + s,
          new Operation(
              (a, b) -> terms.divide(a, nonZero(b), s),
              (a, b, n) -> left.apply(a, b, n).divide(right.apply(a, nonZero(b), n))));
      all.put(
          "remainder " + s,
          new Operation(
              (a, b) -> terms.remainder(a, nonZero(b), s),
              (a, b, n) -> left.apply(a, b, n).remainder(right.apply(a, nonZero(b), n))));
    }
    all.put(
        "equal",
        new Operation((a, b) -> number(terms.equal(a, b), a), (a, b, n) -> truth(a.equals(b))));
    return all;
  }

  /** Shifts by more than the width are shifts by the width. */
  private static int small(BigInteger distance, int bits) {
    return distance.min(BigInteger.valueOf(bits)).intValue();
  }

  private static BigInteger nonZero(BigInteger b) {
    return b.setBit(0);
  }

  private Term nonZero(Term b) {
    return terms.bitOr(b, terms.number(1, b.bits()));
  }

  private BigInteger operand(int bits) {
    BigInteger top = BigInteger.TWO.pow(bits);
    List<BigInteger> edges =
        List.of(
            BigInteger.ZERO,
            BigInteger.ONE.mod(top),
            top.shiftRight(1),
            top.subtract(BigInteger.ONE));
    return random.nextBoolean()
        ? edges.get(random.nextInt(edges.size()))
        : new BigInteger(bits, random);
  }

  @Test
  void operationsFoldToTheirValue() {
    operations()
        .forEach(
            (name, operation) -> {
              for (int bits : WIDTHS) {
                for (int i = 0; i < 12; i++) {
                  BigInteger a = operand(bits);
                  BigInteger b = operand(bits);
                  BigInteger expected =
                      operation.reference().apply(a, b, bits).mod(BigInteger.TWO.pow(bits));
                  Term folded =
                      operation.term().apply(terms.number(a, bits), terms.number(b, bits));
                  assertThat(folded.constant())
                      .as("%s %s %s: %s bits", a, name, b, bits)
                      .isEqualTo(expected);
                }
              }
            });
  }

  @Test
  void theSolverAgreesWithWhatIsFolded() {
    operations()
        .forEach(
            (name, operation) -> {
              Term x = terms.variable("x", 8);
              Term y = terms.variable("y", 8);
              for (int i = 0; i < 6; i++) {
                Term a = terms.number(operand(8), 8);
                Term b = terms.number(operand(8), 8);
                Term folded = operation.term().apply(a, b);
                for (List<Term> mixed : List.of(List.of(x, y), List.of(x, b), List.of(a, y))) {
                  Term open = operation.term().apply(mixed.get(0), mixed.get(1));
                  assertValid(
                      List.of(terms.equal(x, a), terms.equal(y, b)),
                      terms.equal(open, folded),
                      name);
                }
              }
            });
  }

  private void assertValid(List<Term> assumed, Term claim, String what) {
    try (Session session = solver.session()) {
      assumed.forEach(session::add);
      session.add(terms.not(claim));
      assertThat(session.isSatisfiable()).as(what).isFalse();
    }
  }

  @Test
  void conversionsKeepLowBitsOrExtend() {
    for (int i = 0; i < 20; i++) {
      BigInteger value = operand(8);
      Term constant = terms.number(value, 8);
      Term x = terms.variable("x", 8);
      assertThat(terms.resize(constant, 4, true).constant())
          .isEqualTo(value.mod(BigInteger.valueOf(16)));
      assertThat(terms.resize(constant, 16, false).constant()).isEqualTo(value);
      assertThat(terms.resize(constant, 16, true).constant())
          .isEqualTo(signed(value, 8).mod(BigInteger.TWO.pow(16)));
      assertThat(terms.extract(constant, 2, 3).constant())
          .isEqualTo(value.shiftRight(2).mod(BigInteger.valueOf(8)));
      for (boolean signed : new boolean[] {true, false}) {
        for (int bits : new int[] {4, 16}) {
          assertValid(
              List.of(terms.equal(x, constant)),
              terms.equal(terms.resize(x, bits, signed), terms.resize(constant, bits, signed)),
              "resize");
        }
      }
      assertThat(terms.concat(constant, terms.number(5, 3)).constant())
          .isEqualTo(value.shiftLeft(3).add(BigInteger.valueOf(5)));
    }
  }

  @Test
  void sumsWithConstantsKnowTheirDistance() {
    Term x = terms.variable("x", 8);
    Term moved = terms.add(terms.add(x, terms.number(250, 8)), terms.number(10, 8));
    assertThat(moved.distanceFrom(x)).isEqualTo(BigInteger.valueOf(4));
    assertThat(terms.equal(moved, terms.add(terms.number(4, 8), x)).isTrue()).isTrue();
    assertThat(terms.equal(moved, x).isFalse()).isTrue();
    assertThat(terms.add(moved, terms.number(252, 8))).isEqualTo(x);
    assertThat(moved.distanceFrom(terms.variable("y", 8))).isNull();
  }

  @Test
  void comparisonsSeeIntoChoices() {
    Term p = terms.boolVariable("p");
    Term q = terms.boolVariable("q");
    for (int i = 0; i < 20; i++) {
      Term inner =
          terms.ite(q, terms.number(random.nextInt(4), 8), terms.number(random.nextInt(4), 8));
      Term choice =
          terms.add(terms.ite(p, inner, terms.number(random.nextInt(4), 8)), terms.number(2, 8));
      Term constant = terms.number(random.nextInt(7), 8);
      Term x = terms.variable("x", 8);
      assertValid(
          List.of(terms.equal(x, choice)),
          terms.iff(terms.equal(choice, constant), terms.equal(x, constant)),
          choice + " == " + constant);
      assertThat(terms.variablesOf(terms.equal(constant, choice))).isSubsetOf("p", "q");
    }
  }

  @Test
  @Timeout(20)
  void sumsOfManyChoicesStaySmall() {
    Term x = terms.variable("x", 8);
    for (int i = 0; i < 40; i++) {
      x = terms.ite(terms.boolVariable("p" + i), terms.add(x, terms.number(1, 8)), x);
    }
    assertThat(terms.variablesOf(x)).hasSize(41);
  }

  @Test
  void connectivesFold() {
    Term p = terms.boolVariable("p");
    assertThat(terms.and(terms.yes(), p)).isEqualTo(p);
    assertThat(terms.and(p, terms.no()).isFalse()).isTrue();
    assertThat(terms.or(terms.no(), p)).isEqualTo(p);
    assertThat(terms.or(p, terms.yes()).isTrue()).isTrue();
    assertThat(terms.implies(terms.no(), p).isTrue()).isTrue();
    assertThat(terms.iff(p, terms.yes())).isEqualTo(p);
    assertThat(terms.iff(terms.no(), p)).isEqualTo(terms.not(p));
    assertThat(terms.ite(p, terms.yes(), terms.no())).isEqualTo(p);
    assertThat(terms.ite(p, terms.no(), terms.yes())).isEqualTo(terms.not(p));
    assertThat(terms.not(terms.yes()).isFalse()).isTrue();
  }

  @Test
  void choicesThatAreZeroFallAway() {
    Term x = terms.variable("x", 8);
    Term b = terms.boolVariable("b");
    Term c = terms.boolVariable("c");
    Term zero = terms.number(0, 8);
    Term nested = terms.ite(b, terms.ite(c, zero, x), zero);
    assertThat(terms.nonZero(nested)).isEqualTo(x);
    assertThat(terms.nonZero(zero)).isEqualTo(zero);
    assertThat(terms.nonZero(x)).isEqualTo(x);
  }

  @Test
  void rangesOfKnownDistanceAreFolded() {
    Term x = terms.variable("x", 8);
    Term to = terms.add(x, terms.number(4, 8));
    assertThat(terms.inRange(terms.add(x, terms.number(3, 8)), x, to).isTrue()).isTrue();
    assertThat(terms.inRange(to, x, to).isFalse()).isTrue();
    assertThat(terms.inRange(terms.number(7, 8), terms.number(3, 8), terms.number(9, 8)).isTrue())
        .isTrue();
  }

  @Test
  void aCoreIsPartOfTheAssumptions() {
    List<Term> labels = IntStream.range(0, 4).mapToObj(i -> terms.boolVariable("l" + i)).toList();
    Term x = terms.variable("x", 8);
    try (Session session = solver.session()) {
      session.add(terms.implies(labels.get(1), terms.equal(x, terms.number(1, 8))));
      session.add(terms.implies(labels.get(3), terms.equal(x, terms.number(2, 8))));
      assertThat(session.coreOver(labels)).contains(List.of(labels.get(1), labels.get(3)));
      assertThat(session.coreOver(labels.subList(0, 3))).isEmpty();
    }
  }
}
