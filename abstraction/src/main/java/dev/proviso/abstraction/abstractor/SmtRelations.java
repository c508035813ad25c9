// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.abstractor.Enumerator.Literal;
import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.pointsto.ModRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Transition relations by the solver: computed by enumerating what it allows, and remembered; or
 * asked about single transitions.
 */
final class SmtRelations implements AutoCloseable {
  private final Solver solver;
  private final Terms terms;
  private final Bdds bdds;
  private final StateVariables variables;
  private final TransitionFormulas formulas;
  private final Map<Demand, Query> queries = new LinkedHashMap<>();
  private long hits;

  SmtRelations(
      Solver solver,
      Bdds bdds,
      Blocks blocks,
      Memory memory,
      ModRef modRef,
      StateVariables variables) {
    this.solver = solver;
    this.terms = solver.terms();
    this.bdds = bdds;
    this.variables = variables;
    this.formulas = new TransitionFormulas(solver, blocks, memory, modRef);
  }

  /** How many relations were asked for again. */
  long hits() {
    return hits;
  }

  /**
   * A relation, complete for these states; it may hold more: intersect it with them.
   *
   * @param states over CURRENT; behind a call, over CALLEE_ENTRY and CALLEE_EXIT too
   */
  Bdd relation(Demand demand, Bdd states) {
    return query(demand).complete(states);
  }

  /**
   * Whether transitions are none of the program's.
   *
   * @param transition values of some of the demand's BDD variables
   * @return a set of transitions, these among them, of which the program has none; empty where it
   *     may have them
   */
  Optional<Bdd> refute(Demand demand, SortedMap<Integer, Boolean> transition) {
    solver.checkStopped();
    return new Refutation(terms, bdds, variables).of(formulas.of(demand), transition);
  }

  private Query query(Demand demand) {
    solver.checkStopped();
    Query known = queries.get(demand);
    if (known != null) {
      hits++;
      return known;
    }
    Query made = newQuery(formulas.of(demand));
    queries.put(demand, made);
    return made;
  }

  private Query newQuery(TransitionFormula formula) {
    BlockContext context = formula.context();
    List<Literal> literals = new ArrayList<>();
    for (TransitionFormula.End end : formula.ends()) {
      for (Predicate predicate : end.tracked().all()) {
        int variable = variables.variable(end.procedure(), predicate, end.copy());
        literals.add(new Literal(variable, end.truth(predicate.condition(), context)));
      }
    }
    context.assertConstraints();
    Set<String> inFormula = new HashSet<>(context.variables());
    inFormula.addAll(terms.variablesOf(formula.reached()));
    return new Query(
        bdds, context, formula.reached(), new Enumerator(terms, bdds, literals, inFormula));
  }

  @Override
  public void close() {
    formulas.close();
  }
}
