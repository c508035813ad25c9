// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All valuations of conditions that a formula allows (Lahiri, Nieuwenhuis, Oliveras, CAV 2006),
 * after what can be told without the solver: constants, conditions that are one and the same,
 * conditions that nothing else depends on.
 */
final class Enumerator {
  /** A condition and the BDD variable that stands for it. */
  record Literal(int variable, Term condition) {}

  private final Terms terms;
  private final Bdds bdds;
  private final Map<Integer, Term> conditions = new HashMap<>();
  private final Map<Term, Integer> enumerated = new LinkedHashMap<>();
  private final List<Integer> free = new ArrayList<>();
  private Bdd known;

  /**
   * @param variablesOfFormula the names of the solver variables in the formula that will be
   *     asserted
   */
  Enumerator(Terms terms, Bdds bdds, List<Literal> literals, Set<String> variablesOfFormula) {
    this.terms = terms;
    this.bdds = bdds;
    this.known = bdds.all();
    for (Literal literal : literals) {
      conditions.put(literal.variable(), literal.condition());
      if (literal.condition().isTrue() || literal.condition().isFalse()) {
        known = bdds.and(known, bdds.literal(literal.variable(), literal.condition().isTrue()));
        continue;
      }
      Integer same = enumerated.putIfAbsent(literal.condition(), literal.variable());
      if (same != null) {
        known =
            bdds.and(
                known, bdds.iff(bdds.literal(same, true), bdds.literal(literal.variable(), true)));
      }
    }
    dropFree(variablesOfFormula);
  }

  // A condition whose variables occur nowhere else can have either value, whatever the others have.
  private void dropFree(Set<String> variablesOfFormula) {
    Map<String, Integer> uses = new HashMap<>();
    Map<Term, Set<String>> variables = new HashMap<>();
    for (Term condition : enumerated.keySet()) {
      Set<String> names = terms.variablesOf(condition);
      variables.put(condition, names);
      names.forEach(n -> uses.merge(n, 1, Integer::sum));
    }
    for (Term condition : List.copyOf(enumerated.keySet())) {
      boolean alone =
          variables.getOrDefault(condition, Set.of()).stream()
              .allMatch(n -> uses.getOrDefault(n, 0) == 1 && !variablesOfFormula.contains(n));
      if (alone) {
        free.add(enumerated.remove(condition));
      }
    }
  }

  /**
   * The valuations that the session's assertions and the states allow. Complete for the states.
   *
   * @param states over variables of the literals
   */
  Bdd enumerate(Session session, Bdd states) {
    Bdd relevant = bdds.exists(states, sorted(new HashSet<>(free)));
    session.add(formula(relevant));
    // Models need not tell what a condition is that no assertion depends on: so each has a name
    // that is asserted to be it.
    Map<Integer, Term> names = new LinkedHashMap<>();
    enumerated.forEach(
        (condition, variable) -> {
          Term name = terms.boolVariable(terms.freshName("is"));
          session.add(terms.iff(name, condition));
          names.put(variable, name);
        });
    Bdd result = bdds.none();
    while (session.isSatisfiable()) {
      Map<Integer, Boolean> cube = new HashMap<>();
      List<Term> differs = new ArrayList<>();
      try (Session.Model model = session.model()) {
        names.forEach(
            (variable, name) ->
                model
                    .truth(name)
                    .ifPresent(
                        value -> {
                          cube.put(variable, value);
                          differs.add(value ? terms.not(name) : name);
                        }));
      }
      result = bdds.or(result, bdds.cubeOf(cube));
      if (cube.isEmpty()) {
        break;
      }
      session.add(terms.or(differs));
    }
    return bdds.and(result, known);
  }

  private static List<Integer> sorted(Set<Integer> variables) {
    return variables.stream().sorted().toList();
  }

  /** A set of valuations as a condition. */
  private Term formula(Bdd states) {
    return bdds.fold(
        states,
        new Bdds.Folding<Term>() {
          @Override
          public Term leaf(boolean value) {
            return terms.bool(value);
          }

          @Override
          public Term node(int variable, Term whereTrue, Term whereFalse) {
            Term condition = conditions.get(variable);
            if (condition == null) {
              throw new IllegalStateException("no condition for BDD variable " + variable);
            }
            return terms.ite(condition, whereTrue, whereFalse);
          }
        });
  }
}
