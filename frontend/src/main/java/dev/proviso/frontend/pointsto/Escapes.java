// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the locals whose address may be found after their activation ended: in a global, in memory
 * that is not another local of the same procedure that stays, in a result, or in a rule.
 */
final class Escapes {
  private final Program program;
  private final Constraints constraints;
  private final Map<Variable, String> owners = new IdentityHashMap<>();
  private final Set<Variable> found = Collections.newSetFromMap(new IdentityHashMap<>());

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
  }

  // Globals that are no memory, results, and what rules are handed.
  private void collectValues() {
    constraints.globalValues().forEach(this::addTargets);
    for (Procedure procedure : program.procedures().values()) {
      if (procedure.origin().kind() == Origin.Kind.RULE) {
        procedure.formals().forEach(f -> constraints.variableValues(f).forEach(this::addTargets));
      }
    }
    constraints.world.results.forEach(r -> r.cells.values().forEach(c -> addTargets(c.value)));
  }

  private @Nullable Variable local(MemoryObject object) {
    return object.thing instanceof Thing.Of of && owners.containsKey(of.variable())
        ? of.variable()
        : null;
  }

  private void addTargets(Value value) {
    for (Place place : value.targets()) {
      if (local(place.object) instanceof Variable local) {
        found.add(local);
      }
    }
  }

  // Memory of one procedure's locals only keeps a local alive as long as those do not escape.
  private void collectMemory() {
    int before;
    do {
      before = found.size();
      SparseSet done = new SparseSet();
      for (MemoryObject object : constraints.world.memory.objects()) {
        if (!object.isInternal()) {
          Variable holder = local(object);
          String owner = holder == null || found.contains(holder) ? null : owners.get(holder);
          for (Cell cell : object.cells.values()) {
            if (owner != null || done.add(cell.value.root().number)) {
              addTargets(cell.value, owner);
            }
          }
        }
      }
    } while (found.size() > before);
  }

  private void addTargets(Value value, @Nullable String owner) {
    for (Place place : value.targets()) {
      if (local(place.object) instanceof Variable local
          && !Objects.equals(owners.get(local), owner)) {
        found.add(local);
      }
    }
  }
}
