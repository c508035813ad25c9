// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.predicate.Predicate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The BDD variables of predicates. Each procedure numbers its predicates from 0; procedures share
 * the variables of one number. The copies of one predicate stand side by side.
 */
public final class StateVariables {
  /** What a copy of a predicate's variable means. */
  public enum Copy {
    /** Its value when the procedure was entered. */
    ENTRY,
    /** Its value now. */
    CURRENT,
    /** Its value after the next block. */
    NEXT,
    /** In a call: its value when the callee was entered. */
    CALLEE_ENTRY,
    /** In a call: its value when the callee is left. */
    CALLEE_EXIT
  }

  private static final int COPIES = Copy.values().length;

  private final Map<String, Map<Predicate, Integer>> numbers = new HashMap<>();

  public int variable(String procedure, Predicate predicate, Copy copy) {
    Map<Predicate, Integer> known = numbers.computeIfAbsent(procedure, p -> new HashMap<>());
    int number = known.computeIfAbsent(predicate, p -> known.size());
    return number * COPIES + copy.ordinal();
  }

  public List<Integer> variables(String procedure, List<Predicate> predicates, Copy copy) {
    List<Integer> result = new ArrayList<>();
    predicates.forEach(p -> result.add(variable(procedure, p, copy)));
    result.sort(null);
    return result;
  }

  /** The renaming of one copy to another, for {@link dev.proviso.abstraction.bdd.Bdds#rename}. */
  public SequencedMap<Integer, Integer> renaming(
      String procedure, List<Predicate> predicates, Copy from, Copy to) {
    SequencedMap<Integer, Integer> result = new LinkedHashMap<>();
    for (int variable : variables(procedure, predicates, from)) {
      result.put(variable, variable - from.ordinal() + to.ordinal());
    }
    return result;
  }
}
