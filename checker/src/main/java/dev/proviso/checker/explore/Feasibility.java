// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.explore;

import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.smt.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a way can be taken. Of what is known only that is asked which the condition is connected
 * with, and the same only once (as KLEE does: Cadar, Dunbar, Engler, OSDI 2008); a condition on
 * what nothing is known of is taken to be possible.
 */
final class Feasibility implements AutoCloseable {
  private final Solver solver;
  private final Session session;
  private final Map<Set<Term>, Boolean> answers = new HashMap<>();
  private long effort;

  Feasibility(Solver solver) {
    this.solver = solver;
    this.session = solver.session();
  }

  boolean isPossible(Term condition, Way.@Nullable Known known) {
    if (condition.constant() != null) {
      return condition.isTrue();
    }
    Set<Term> connected = connected(condition, known);
    if (connected.isEmpty() || connected.contains(condition)) {
      return true;
    }
    if (connected.contains(solver.terms().not(condition))) {
      return false;
    }
    Intervals intervals = new Intervals(connected);
    Boolean answer = intervals.isPossible(condition);
    if (answer != null) {
      return answer;
    }
    Set<Term> facts = intervals.strongest();
    facts.add(condition);
    return answers.computeIfAbsent(facts, this::ask);
  }

  /** How many facts the solver was asked about, each time counted. */
  long effort() {
    return effort;
  }

  private boolean ask(Set<Term> facts) {
    effort += facts.size();
    session.push();
    facts.forEach(session::add);
    boolean possible = session.isSatisfiable();
    session.pop();
    return possible;
  }

  /** The facts that share variables with the condition, or with other such facts. */
  private Set<Term> connected(Term condition, Way.@Nullable Known known) {
    Set<String> reached = new HashSet<>(solver.terms().variablesOf(condition));
    List<Way.Known> open = new ArrayList<>();
    for (Way.Known k = known; k != null; k = k.before()) {
      open.add(k);
    }
    Set<Term> result = new HashSet<>();
    boolean more = true;
    while (more) {
      more =
          open.removeIf(
              k -> {
                boolean touches = !Collections.disjoint(k.variables(), reached);
                if (touches) {
                  reached.addAll(k.variables());
                  result.add(k.fact());
                }
                return touches;
              });
    }
    return result;
  }

  @Override
  public void close() {
    session.close();
  }
}
