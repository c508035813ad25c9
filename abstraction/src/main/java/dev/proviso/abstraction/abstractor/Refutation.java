// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.abstraction.value.Cells;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;

/** Asks the solver whether the program has certain transitions. */
final class Refutation {
  private final Terms terms;
  private final Bdds bdds;
  private final StateVariables variables;

  Refutation(Terms terms, Bdds bdds, StateVariables variables) {
    this.terms = terms;
    this.bdds = bdds;
    this.variables = variables;
  }

  /** See {@link SmtRelations#refute}. */
  Optional<Bdd> of(TransitionFormula formula, SortedMap<Integer, Boolean> transition) {
    BlockContext context = formula.context();
    SequencedMap<Term, Term> meanings = new LinkedHashMap<>();
    Map<Term, Bdd> sets = new HashMap<>();
    for (TransitionFormula.End end : formula.ends()) {
      for (FiniteVariable variable : end.tracked().finite()) {
        List<Integer> bits = variables.bits(end.procedure(), variable, end.copy());
        List<Integer> cells = Cells.matching(variable.domain(), bits, transition);
        if (cells.size() < variable.domain().size()) {
          add(
              end.truth(variable.isIn(cells), context),
              Cells.in(cells, bits, bdds),
              meanings,
              sets);
        }
      }
      for (Predicate predicate : end.tracked().single()) {
        int variable = variables.variable(end.procedure(), predicate, end.copy());
        Boolean value = transition.get(variable);
        if (value != null) {
          Term truth = end.truth(predicate.condition(), context);
          add(value ? truth : terms.not(truth), bdds.literal(variable, value), meanings, sets);
        }
      }
    }
    context.assertConstraints();
    Session session = context.session();
    session.push();
    try {
      session.add(formula.reached());
      meanings.forEach((name, meaning) -> session.add(terms.implies(name, meaning)));
      return session
          .coreOver(List.copyOf(meanings.sequencedKeySet()))
          .map(core -> smaller(session, core))
          .map(core -> all(core, sets));
    } finally {
      session.pop();
    }
  }

  private void add(Term meaning, Bdd set, Map<Term, Term> meanings, Map<Term, Bdd> sets) {
    if (!meaning.isTrue()) {
      Term name = terms.boolVariable(terms.freshName("is"));
      meanings.put(name, meaning);
      sets.put(name, set);
    }
  }

  private Bdd all(List<Term> core, Map<Term, Bdd> sets) {
    Bdd result = bdds.all();
    for (Term name : core) {
      result = bdds.and(result, sets.getOrDefault(name, bdds.all()));
    }
    return result;
  }

  /** Of a core, what is left when each of its members has been tried to be left out. */
  private static List<Term> smaller(Session session, List<Term> core) {
    List<Term> kept = core;
    for (Term candidate : core) {
      if (kept.contains(candidate) && kept.size() > 1) {
        List<Term> rest = kept.stream().filter(t -> !t.equals(candidate)).toList();
        kept = session.coreOver(rest).orElse(kept);
      }
    }
    return kept;
  }
}
