// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What intervals say of a number of four bits, against trying all its values. */
class IntervalsTest {
  private static final long SEED = 20_261_129;
  private static final int BITS = 4;

  private final Solver solver = new Solver();
  private final Terms terms = solver.terms();
  private final Term x = terms.variable("x", BITS);
  private final Random random = new Random(SEED);
  private final Map<Term, IntPredicate> meaning = new HashMap<>();

  @AfterEach
  void close() {
    solver.close();
  }

  private static int signed(int value) {
    return value < 8 ? value : value - 16;
  }

  /** A comparison of x with a constant, one way or the other, or not. */
  private Term any(boolean signed) {
    int constant = random.nextInt(16);
    int c = signed ? signed(constant) : constant;
    Term number = terms.number(constant, BITS);
    IntPredicate truth;
    Term fact;
    switch (random.nextInt(4)) {
      case 0 -> {
        fact = terms.less(x, number, signed);
        truth = v -> (signed ? signed(v) : v) < c;
      }
      case 1 -> {
        fact = terms.less(number, x, signed);
        truth = v -> c < (signed ? signed(v) : v);
      }
      case 2 -> {
        fact = terms.lessOrEqual(x, number, signed);
        truth = v -> (signed ? signed(v) : v) <= c;
      }
      default -> {
        fact = terms.lessOrEqual(number, x, signed);
        truth = v -> c <= (signed ? signed(v) : v);
      }
    }
    if (random.nextBoolean()) {
      fact = terms.not(fact);
      truth = truth.negate();
    }
    meaning.put(fact, truth);
    return fact;
  }

  private boolean holds(Iterable<Term> facts, int value) {
    for (Term fact : facts) {
      if (fact.constant() == null && !meaning.getOrDefault(fact, v -> false).test(value)
          || fact.isFalse()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void theyAgreeWithAllValues() {
    int decided = 0;
    for (int i = 0; i < 3_000; i++) {
      boolean signed = random.nextBoolean();
      List<Term> facts = new ArrayList<>();
      int many = 1 + random.nextInt(4);
      while (facts.size() < many) {
        facts.add(any(random.nextInt(8) == 0 ? !signed : signed));
      }
      if (IntStream.range(0, 16).noneMatch(v -> holds(facts, v))) {
        continue;
      }
      Intervals intervals = new Intervals(facts);
      for (int v = 0; v < 16; v++) {
        assertThat(holds(intervals.strongest(), v))
            .as("%s of %s at %s, seed %s", intervals.strongest(), facts, v, SEED)
            .isEqualTo(holds(facts, v));
      }
      Term condition = any(signed);
      Boolean answer = condition.constant() == null ? intervals.isPossible(condition) : null;
      if (answer != null) {
        decided++;
        List<Term> all = new ArrayList<>(facts);
        all.add(condition);
        assertThat(answer)
            .as("%s beside %s, seed %s", condition, facts, SEED)
            .isEqualTo(IntStream.range(0, 16).anyMatch(v -> holds(all, v)));
      }
    }
    assertThat(decided).isGreaterThan(1_000);
  }
}
