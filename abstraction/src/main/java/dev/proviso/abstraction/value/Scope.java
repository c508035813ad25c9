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
  private final ModRef modRef;
  private final ProgramVariables results;
  private final Map<String, Liveness> liveness = new HashMap<>();

  Scope(Program program, ModRef modRef, ProgramVariables results) {
    this.program = program;
    this.modRef = modRef;
    this.results = results;
  }

  /**
   * True of globals that the location's procedure, or what it calls, reads or changes; of its own
   * variables that may be read again; at its exit, of its result.
   */
  boolean has(FiniteVariable variable, Location location) {
    Variable root = FinitePlaces.root(variable.place());
    if (root == null) {
      return false;
    }
    String procedure = location.procedure();
    if (root.isGlobal()) {
      return modRef.modifiedVariables(procedure).contains(root)
          || modRef.readVariables(procedure).contains(root);
    }
    if (results.isResult(root)) {
      return root == results.resultIfAny(procedure) && location.equals(cfg(procedure).exit());
    }
    return liveness
        .computeIfAbsent(procedure, p -> new Liveness(cfg(p)))
        .at(location)
        .contains(root);
  }

  private Cfg cfg(String procedure) {
    Procedure found = program.procedures().get(procedure);
    if (found != null && found.body() instanceof Procedure.Body.Defined body) {
      return body.cfg();
    }
    throw new IllegalArgumentException(procedure + " has no control flow");
  }
}
