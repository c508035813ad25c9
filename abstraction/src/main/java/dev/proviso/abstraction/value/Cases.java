// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.predicate.Ranges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * What a number may be, by states: in each state that one of the conditions has, it is one of the
 * numbers beside it. The conditions exclude each other.
 */
record Cases(List<Case> cases) {
  /** More cases than this are made one. */
  private static final int MOST = 300;

  record Case(Bdd states, Ranges values) {}

  Cases {
    cases = List.copyOf(cases);
  }

  static Cases of(Bdd states, Ranges values) {
    return new Cases(List.of(new Case(states, values)));
  }

  /** The same with equal values said once. */
  static Cases merged(List<Case> parts, Bdds bdds) {
    Map<Ranges, Bdd> byValue = new LinkedHashMap<>();
    for (Case c : parts) {
      if (!bdds.isNone(c.states())) {
        byValue.merge(c.values(), c.states(), bdds::or);
      }
    }
    List<Case> result = new ArrayList<>();
    byValue.forEach((values, states) -> result.add(new Case(states, values)));
    return new Cases(result);
  }

  Cases map(UnaryOperator<Ranges> operation, Bdds bdds) {
    return merged(
        cases.stream().map(c -> new Case(c.states(), operation.apply(c.values()))).toList(), bdds);
  }

  Cases with(Cases other, BinaryOperator<Ranges> operation, Bdds bdds) {
    if (cases.size() * other.cases.size() > MOST) {
      return of(bdds.all(), operation.apply(all(), other.all()));
    }
    List<Case> result = new ArrayList<>();
    for (Case a : cases) {
      for (Case b : other.cases) {
        result.add(
            new Case(bdds.and(a.states(), b.states()), operation.apply(a.values(), b.values())));
      }
    }
    return merged(result, bdds);
  }

  /** Everything that it may be. */
  private Ranges all() {
    return cases.stream().map(Case::values).reduce(Ranges::or).orElse(new Ranges(List.of()));
  }
}
