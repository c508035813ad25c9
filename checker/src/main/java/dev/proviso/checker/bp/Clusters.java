// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Variables that are copies of each other: a parameter and what is passed for it, a result and what
 * gets it. One that is reused for everything must not pull everything together, so a cluster has
 * few variables of one procedure.
 */
final class Clusters {
  private static final int OF_ONE_PROCEDURE = 4;

  private final Map<Variable, Variable> parents = new HashMap<>();
  private final Map<Variable, Map<String, Integer>> counts = new HashMap<>();

  private Variable root(Variable variable) {
    Variable root = variable;
    while (true) {
      Variable parent = parents.getOrDefault(root, root);
      if (parent.equals(root)) {
        break;
      }
      root = parent;
    }
    Variable next = variable;
    while (!next.equals(root)) {
      Variable parent = parents.getOrDefault(next, next);
      parents.put(next, root);
      next = parent;
    }
    return root;
  }

  private Map<String, Integer> count(Variable root) {
    return counts.computeIfAbsent(root, r -> new HashMap<>(Map.of(r.procedure(), 1)));
  }

  /** One is a copy of the other somewhere. */
  void join(Variable a, Variable b) {
    Variable first = root(a);
    Variable second = root(b);
    if (first.equals(second)) {
      return;
    }
    Map<String, Integer> large = count(first);
    Map<String, Integer> small = count(second);
    if (large.size() < small.size()) {
      join(b, a);
      return;
    }
    boolean fits =
        small.entrySet().stream()
            .allMatch(e -> large.getOrDefault(e.getKey(), 0) + e.getValue() <= OF_ONE_PROCEDURE);
    if (fits) {
      small.forEach((procedure, n) -> large.merge(procedure, n, Integer::sum));
      parents.put(second, first);
      counts.remove(second);
    }
  }

  /** The clusters of these, in the order of their first variables. */
  List<List<Variable>> of(Iterable<Variable> variables) {
    Map<Variable, List<Variable>> result = new LinkedHashMap<>();
    variables.forEach(v -> result.computeIfAbsent(root(v), r -> new ArrayList<>()).add(v));
    return new ArrayList<>(result.values());
  }
}
