// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.encode.ProgramVariables;
import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.abstraction.slice.Liveness;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import java.util.HashMap;
import java.util.Map;

/** Where a variable is in scope and what it holds may matter. */
final class Scope {
  private final Program program;
  private final ValueClasses classes;
  private final ModRef modRef;
  private final ProgramVariables variables;
  private final Map<String, Liveness> liveness = new HashMap<>();

  Scope(Program program, ValueClasses classes, ModRef modRef, ProgramVariables variables) {
    this.program = program;
    this.classes = classes;
    this.modRef = modRef;
    this.variables = variables;
  }

  /**
   * True of globals that the location's procedure, or what it calls, reads or changes; of its own
   * variables that may be read again; at its exit, of its result. Of cells in memory, if that is
   * true of the way to them, and the procedure reads or changes their region.
   */
  boolean has(FiniteVariable variable, Location location) {
    MemoryPlace cell = classes.memoryPlaceIfAny(variable);
    if (cell != null) {
      return hasCell(cell, location);
    }
    Variable root = FinitePlaces.root(variable.place());
    if (root == null) {
      return false;
    }
    String procedure = location.procedure();
    return root.isGlobal()
        ? modRef.modifiedVariables(procedure).contains(root)
            || modRef.readVariables(procedure).contains(root)
        : isAlive(root, location);
  }

  private boolean hasCell(MemoryPlace cell, Location location) {
    String procedure = location.procedure();
    boolean isModified = modRef.modifiedRegions(procedure).contains(cell.region());
    if (!isModified && !modRef.readRegions(procedure).contains(cell.region())) {
      return false;
    }
    for (Variable root : cell.place().variables()) {
      boolean isThere =
          root.isGlobal()
              || isAlive(root, location)
              || isModified && variables.isConstantFormal(procedure, root)
              || classes.places().isInMemory(root) && isOf(procedure, root);
      if (!isThere) {
        return false;
      }
    }
    return true;
  }

  /** Of variables of procedures, whether they are this procedure's and may be read again. */
  private boolean isAlive(Variable local, Location location) {
    String procedure = location.procedure();
    if (variables.isResult(local)) {
      return local == variables.resultIfAny(procedure) && location.equals(cfg(procedure).exit());
    }
    return liveness
        .computeIfAbsent(procedure, p -> new Liveness(cfg(p)))
        .at(location)
        .contains(local);
  }

  private boolean isOf(String procedure, Variable variable) {
    return owner(procedure).locals().contains(variable)
        || owner(procedure).formals().contains(variable);
  }

  private Procedure owner(String procedure) {
    Procedure found = program.procedures().get(procedure);
    if (found == null) {
      throw new IllegalArgumentException("no procedure " + procedure);
    }
    return found;
  }

  private Cfg cfg(String procedure) {
    if (owner(procedure).body() instanceof Procedure.Body.Defined body) {
      return body.cfg();
    }
    throw new IllegalArgumentException(procedure + " has no control flow");
  }
}
