// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** The BDD variables of a program's variables; the copies of one stand side by side. */
final class Bits {
  /** What a copy of a variable means. */
  enum Copy {
    /** Its value when the procedure was entered. */
    ENTRY,
    /** Its value now. */
    CURRENT,
    /** Its value after the statement. */
    NEXT,
    /** In a call: the value of the callee's parameter. */
    ARGUMENT
  }

  /** The bit of ENTRY; those of the other copies follow, but not all variables have all. */
  private final Map<Variable, Integer> bases = new HashMap<>();

  /**
   * @param order all variables
   * @param parameters those of them that have ARGUMENT
   */
  Bits(List<Variable> order, Set<Variable> parameters) {
    int next = 0;
    for (Variable variable : order) {
      boolean hasEntry = variable.isGlobal() || parameters.contains(variable);
      bases.put(variable, hasEntry ? next : next - 1);
      next += hasEntry ? parameters.contains(variable) ? 4 : 3 : 2;
    }
  }

  int bit(Variable variable, Copy copy) {
    Integer base = bases.get(variable);
    if (base == null) {
      throw new IllegalStateException("no bits for " + variable);
    }
    return base + copy.ordinal();
  }

  List<Integer> bits(Collection<Variable> variables, Copy copy) {
    List<Integer> result = new ArrayList<>();
    variables.forEach(v -> result.add(bit(v, copy)));
    result.sort(null);
    return result;
  }

  /** For {@link dev.proviso.abstraction.bdd.Bdds#rename}. */
  SequencedMap<Integer, Integer> renaming(Collection<Variable> variables, Copy from, Copy to) {
    SequencedMap<Integer, Integer> result = new LinkedHashMap<>();
    for (int bit : bits(variables, from)) {
      result.put(bit, bit - from.ordinal() + to.ordinal());
    }
    return result;
  }
}
