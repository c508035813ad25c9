// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.Node.Placed;
import dev.proviso.frontend.pointsto.Node.Thing;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the locals whose address may be found after their activation ended: in a global, in memory that is not another local
 * of the same procedure that stays, in a result, or in a rule.
 */
final class Escapes {
  private final Program program;
  private final Constraints constraints;
  private final Map<Variable, String> owners = new IdentityHashMap<>();
  private final Set<Variable> found = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Node, List<Variable>> locals = new HashMap<>();

  private Escapes(Program program, Constraints constraints) {
    this.program = program;
    this.constraints = constraints;
  }

  static Set<Variable> of(Program program, Constraints constraints) {
    Escapes escapes = new Escapes(program, constraints);
    escapes.collectLocals();
    escapes.collectValues();
    escapes.collectMemory();
    return escapes.found;
  }

  private void collectLocals() {
    for (Procedure procedure : program.procedures().values()) {
      List<Variable> own = new ArrayList<>(procedure.formals());
      own.addAll(procedure.locals());
      own.forEach(v -> owners.put(v, procedure.name()));
    }
    for (Node node : constraints.memory.roots()) {
      for (Placed object : node.objects) {
        if (!node.isInternal && owner(object) != null && object.thing() instanceof Thing.Of of) {
          locals.computeIfAbsent(node, n -> new ArrayList<>()).add(of.variable());
        }
      }
    }
  }

  private @Nullable String owner(Placed object) {
    return object.thing() instanceof Thing.Of of ? owners.get(of.variable()) : null;
  }

  // Globals that are no memory, results, and what rules are handed.
  private void collectValues() {
    constraints.globalValues().forEach(this::addTargets);
    for (Procedure procedure : program.procedures().values()) {
      if (procedure.origin().kind() == Origin.Kind.RULE) {
        procedure.formals().forEach(f -> constraints.variableValues(f).forEach(this::addTargets));
      }
    }
    constraints.results().forEach(n -> n.root().cells.values().forEach(c -> addTargets(c.value)));
  }

  private void addTargets(Value value) {
    if (constraints.memory.hasTarget(value)) {
      found.addAll(locals.getOrDefault(constraints.memory.target(value).root(), List.of()));
    }
  }

  // Memory of one procedure's locals only keeps a local alive as long as those do not escape.
  private void collectMemory() {
    int before;
    do {
      before = found.size();
      for (Node node : constraints.memory.roots()) {
        if (!node.isInternal && !locals.isEmpty()) {
          String owner = soleOwner(node);
          node.cells.values().forEach(c -> addTargets(c.value, owner));
        }
      }
    } while (found.size() > before);
  }

  private @Nullable String soleOwner(Node node) {
    String owner = node.objects.isEmpty() ? null : owner(node.objects.getFirst());
    for (Placed object : node.objects) {
      boolean stays = object.thing() instanceof Thing.Of of && !found.contains(of.variable());
      if (owner == null || !stays || !owner.equals(owner(object))) {
        return null;
      }
    }
    return owner;
  }

  private void addTargets(Value value, @Nullable String owner) {
    if (constraints.memory.hasTarget(value)) {
      for (Variable local : locals.getOrDefault(constraints.memory.target(value).root(), List.of())) {
        if (!Objects.equals(owners.get(local), owner)) {
          found.add(local);
        }
      }
    }
  }
}
