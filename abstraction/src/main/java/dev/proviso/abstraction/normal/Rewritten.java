// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.normal;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Variable;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the edges and variables of a normal form were before. */
final class Rewritten {
  private final Map<Edge, Edge> edges = new IdentityHashMap<>();
  private final Set<Edge> added = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Variable, Variable> locals = new HashMap<>();
  private final Map<Variable, Variable> formals = new HashMap<>();

  Edge add(Edge edge) {
    added.add(edge);
    return edge;
  }

  Edge replace(Edge before, Edge now) {
    edges.put(now, before);
    return now;
  }

  /** A pointer to an object that is allocated in a local's place. */
  void allocated(Variable local, Variable pointer) {
    locals.put(pointer, local);
  }

  /** A formal that takes the argument for one that is allocated. */
  void argument(Variable formal, Variable argument) {
    formals.put(argument, formal);
  }

  Optional<Edge> edge(Edge edge) {
    Edge before = edges.getOrDefault(edge, edge);
    return added.contains(before) ? Optional.empty() : Optional.of(before);
  }

  Optional<Variable> local(Variable pointer) {
    return Optional.ofNullable(locals.get(pointer));
  }

  Variable variable(Variable variable) {
    return formals.getOrDefault(variable, variable);
  }
}
