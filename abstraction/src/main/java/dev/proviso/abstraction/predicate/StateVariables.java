// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.predicate;

import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The BDD variables of predicates. Each procedure numbers its predicates from 0; procedures share
 * the variables of one number. Predicates about globals alone have the same number in all
 * procedures, and those about the same cells of memory if possible, so that a call that leaves them
 * as they are is a small diagram. The copies of one predicate stand side by side.
 */
public final class StateVariables {
  /** What a copy of a predicate's variable means. */
  public enum Copy {
    /** Its value when the procedure was entered. */
    ENTRY,
    /** Its value now. */
    CURRENT,
    /** Its value somewhere inside a block. */
    WORK,
    /** Its value after the next block. */
    NEXT,
    /** In a call: its value when the callee was entered. */
    CALLEE_ENTRY,
    /** In a call: its value when the callee is left. */
    CALLEE_EXIT
  }

  private static final int COPIES = Copy.values().length;

  private final Map<String, Map<Predicate, Integer>> ofProcedures = new HashMap<>();
  private final Map<Predicate, Integer> ofGlobals = new HashMap<>();
  private final Map<Predicate, Kin> kin = new HashMap<>();
  private final Map<Kin, Integer> ofKin = new HashMap<>();
  private final Map<String, Map<Predicate, Integer>> kinOfProcedures = new HashMap<>();
  private int shared;

  /**
   * Predicates of different procedures that mean the same if they are asked of the same object.
   *
   * @param kind what they ask
   * @param bit which of the bits of a value it is
   * @param rank one procedure may ask it of several objects
   */
  private record Kin(Object kind, int bit, int rank) {}

  public int variable(String procedure, Predicate predicate, Copy copy) {
    return number(procedure, predicate) * COPIES + copy.ordinal();
  }

  /** Even for globals, odd for the rest: neither knows how many there will be of the other. */
  private int number(String procedure, Predicate predicate) {
    Integer known = ofGlobals.get(predicate);
    if (known != null) {
      return 2 * known;
    }
    Kin first = kin.get(predicate);
    if (first != null) {
      return 2 * ofKin(procedure, predicate, first);
    }
    if (predicate.condition().variables().stream().allMatch(Variable::isGlobal)) {
      ofGlobals.put(predicate, shared);
      return 2 * shared++;
    }
    Map<Predicate, Integer> local = ofProcedures.computeIfAbsent(procedure, p -> new HashMap<>());
    return 2 * local.computeIfAbsent(predicate, p -> local.size()) + 1;
  }

  private int ofKin(String procedure, Predicate predicate, Kin first) {
    Map<Predicate, Integer> here = kinOfProcedures.computeIfAbsent(procedure, p -> new HashMap<>());
    Integer known = here.get(predicate);
    if (known != null) {
      return known;
    }
    Kin next = first;
    while (ofKin.containsKey(next) && here.containsValue(ofKin.get(next))) {
      next = new Kin(first.kind(), first.bit(), next.rank() + 1);
    }
    int number = ofKin.computeIfAbsent(next, k -> shared++);
    here.put(predicate, number);
    return number;
  }

  /**
   * Variables of one kind get the same numbers in all procedures, as far as they have as many of
   * them. To be said before any has its number.
   */
  public void share(Object kind, FiniteVariable variable) {
    for (int bit = 0; bit < variable.bits().size(); bit++) {
      kin.put(variable.bits().get(bit), new Kin(kind, bit, 0));
    }
  }

  /** Variables that have no numbers yet get them in this order, next to each other. */
  public void reserve(String procedure, List<FiniteVariable> inOrder) {
    for (FiniteVariable variable : inOrder) {
      variable.bits().forEach(b -> number(procedure, b));
    }
  }

  /** The bits of a finite-valued variable, the most significant first. */
  public List<Integer> bits(String procedure, FiniteVariable variable, Copy copy) {
    return variable.bits().stream().map(b -> variable(procedure, b, copy)).toList();
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
