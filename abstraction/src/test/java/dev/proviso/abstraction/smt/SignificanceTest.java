// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is known of a number's high bits is true of every value, and what is left out because of it
 * changes no value: the same operations on constants, and the solver, say the same.
 */
class SignificanceTest {
  private static final int[] WIDTHS = {1, 3, 8, 16};
  private static final int BITS = 16;
  private static final long SEED = Long.getLong("proviso.random.seed", 11);

  private final Solver solver = new Solver();
  private final Terms terms = solver.terms();
  private final Random random = new Random(SEED);

  @AfterEach
  void close() {
    solver.close();
  }

  private Term choice(Term condition, Term then) {
    return terms.ite(
        terms.less(condition, terms.number(5, BITS), false), then, terms.number(9, BITS));
  }

  private Term cut(Term a, Term b) {
    return terms.concat(terms.extract(a, 4, 8), terms.extract(b, 0, 8));
  }

  private List<BinaryOperator<Term>> operations() {
    return List.of(
        terms::add,
        terms::subtract,
        terms::multiply,
        terms::bitAnd,
        terms::bitOr,
        terms::bitXor,
        terms::shiftLeft,
        (a, b) -> terms.complement(a),
        (a, b) -> terms.negate(b),
        (a, b) -> terms.divide(a, b, false),
        (a, b) -> terms.divide(a, b, true),
        (a, b) -> terms.remainder(a, b, false),
        (a, b) -> terms.remainder(a, b, true),
        (a, b) -> terms.shiftRight(a, b, false),
        (a, b) -> terms.shiftRight(a, b, true),
        (a, b) -> terms.fromBool(terms.less(a, b, false), BITS),
        (a, b) -> terms.fromBool(terms.less(a, b, true), BITS),
        (a, b) -> terms.fromBool(terms.lessOrEqual(a, b, false), BITS),
        (a, b) -> terms.fromBool(terms.lessOrEqual(a, b, true), BITS),
        (a, b) -> terms.fromBool(terms.equal(a, b), BITS),
        this::choice,
        this::cut);
  }

  /** How a term is made of leaves: the same tree over variables and over constants. */
  private interface Tree {
    Term build(IntFunction<Term> leaf);
  }

  private Tree tree(int depth, int leaves) {
    int which = random.nextInt(leaves);
    boolean signed = random.nextInt(4) == 0;
    if (depth == 0 || random.nextInt(6) == 0) {
      if (random.nextInt(3) == 0) {
        int shift = random.nextInt(BITS + 1);
        int number = random.nextInt(1 << BITS) >>> shift;
        return leaf -> terms.number(number, BITS);
      }
      return leaf -> terms.resize(leaf.apply(which), BITS, signed);
    }
    BinaryOperator<Term> operation = operations().get(random.nextInt(operations().size()));
    Tree left = tree(depth - 1, leaves);
    Tree right = tree(depth - 1, leaves);
    return leaf -> operation.apply(left.build(leaf), right.build(leaf));
  }

  @Test
  @Timeout(300)
  void nothingIsLostAboveWhatMayBeSet() {
    for (int round = 0; round < 3_000; round++) {
      Tree tree = tree(4, WIDTHS.length);
      int[] values = IntStream.of(WIDTHS).map(w -> random.nextInt(1 << w)).toArray();
      Term open = tree.build(i -> terms.variable("v" + WIDTHS[i], WIDTHS[i]));
      Term closed = tree.build(i -> terms.number(values[i], WIDTHS[i]));
      BigInteger expected = closed.constant();
      if (expected == null) {
        // Division by zero is not folded.
        continue;
      }
      assertThat(expected.bitLength())
          .as("seed %s, round %s: %s", SEED, round, open)
          .isLessThanOrEqualTo(open.significant());
      try (Session session = solver.session()) {
        for (int i = 0; i < WIDTHS.length; i++) {
          session.add(
              terms.equal(
                  terms.variable("v" + WIDTHS[i], WIDTHS[i]), terms.number(values[i], WIDTHS[i])));
        }
        session.add(terms.equal(open, closed));
        assertThat(session.isSatisfiable())
            .as("seed %s, round %s: %s is %s", SEED, round, open, expected)
            .isTrue();
      }
    }
  }
}
