// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.abstractor.Enumerator.Literal;
import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against all values of two variables of three bits. */
class EnumeratorTest {
  private final Solver solver = new Solver();
  private final Terms terms = solver.terms();
  private final Bdds bdds = new Bdds();
  private final Random random = new Random(3);
  private final Term x = terms.variable("x", 3);
  private final Term y = terms.variable("y", 3);
  private final Term z = terms.variable("z", 3);

  /** A condition, and whether it is true of values of x and y: 1, 0, or -1 for either. */
  private record Condition(Term term, IntBinaryOperator value) {}

  private final List<Condition> conditions =
      List.of(
          new Condition(terms.less(x, y, false), (a, b) -> a < b ? 1 : 0),
          new Condition(terms.equal(x, terms.number(2, 3)), (a, b) -> a == 2 ? 1 : 0),
          new Condition(terms.yes(), (a, b) -> 1),
          new Condition(terms.less(x, y, false), (a, b) -> a < b ? 1 : 0),
          new Condition(terms.equal(z, terms.number(1, 3)), (a, b) -> -1),
          new Condition(terms.no(), (a, b) -> 0),
          new Condition(terms.less(y, terms.number(5, 3), false), (a, b) -> b < 5 ? 1 : 0));

  @AfterEach
  void close() {
    solver.close();
  }

  /** What the conditions are where x + y == 5 modulo 8. */
  private Bdd bruteForce() {
    Bdd result = bdds.none();
    for (int a = 0; a < 8; a++) {
      int b = (5 - a) & 7;
      Map<Integer, Boolean> cube = new HashMap<>();
      for (int i = 0; i < conditions.size(); i++) {
        int value = conditions.get(i).value().applyAsInt(a, b);
        if (value >= 0) {
          cube.put(i, value == 1);
        }
      }
      result = bdds.or(result, bdds.cubeOf(cube));
    }
    return result;
  }

  private Bdd someStates() {
    Bdd states = bdds.none();
    for (int i = 0; i < 3; i++) {
      Map<Integer, Boolean> cube = new HashMap<>();
      for (int variable = 0; variable < conditions.size(); variable++) {
        if (random.nextInt(3) == 0) {
          cube.put(variable, random.nextBoolean());
        }
      }
      states = bdds.or(states, bdds.cubeOf(cube));
    }
    return states;
  }

  @Test
  void findsAllValuationsAndNoOther() {
    List<Literal> literals = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      literals.add(new Literal(i, conditions.get(i).term()));
    }
    Enumerator enumerator = new Enumerator(terms, bdds, literals, Set.of("x", "y"));
    assertThat(enumerate(enumerator, bdds.all())).isEqualTo(bruteForce());
    for (int i = 0; i < 30; i++) {
      Bdd states = someStates();
      assertThat(bdds.and(enumerate(enumerator, states), states))
          .isEqualTo(bdds.and(bruteForce(), states));
    }
  }

  private Bdd enumerate(Enumerator enumerator, Bdd states) {
    try (Session session = solver.session()) {
      session.add(terms.equal(terms.add(x, y), terms.number(5, 3)));
      return enumerator.enumerate(session, states);
    }
  }

  @Test
  void conditionsThatShareAVariableAreNotFree() {
    List<Literal> literals =
        List.of(
            new Literal(0, terms.equal(z, terms.number(1, 3))),
            new Literal(1, terms.equal(z, terms.number(2, 3))));
    Enumerator enumerator = new Enumerator(terms, bdds, literals, Set.of());
    try (Session session = solver.session()) {
      Bdd both = bdds.cubeOf(Map.of(0, true, 1, true));
      assertThat(enumerator.enumerate(session, bdds.all())).isEqualTo(bdds.not(both));
    }
  }
}
