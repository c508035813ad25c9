// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.certify;

import dev.proviso.abstraction.encode.SymbolicState;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.Variable;
import java.util.Optional;

/**
 * Whether a procedure modifies only what is said that it modifies: what a caller knows of the rest
 * still holds behind a call.
 *
 * @param allocations counts allocations
 */
record Frames(ModRef modRef, Variable allocations) {
  /** What a part of a procedure changes that it should not; empty if there is nothing. */
  Optional<String> broken(String procedure, SymbolicState end) {
    for (Variable variable : end.changedGlobals()) {
      boolean allowed =
          variable == allocations
              ? modRef.allocates(procedure)
              : modRef.modifiedVariables(procedure).contains(variable);
      if (!allowed) {
        return Optional.of(procedure + " changes " + variable.name());
      }
    }
    for (Region region : end.changedRegions()) {
      if (!modRef.modifiedRegions(procedure).contains(region)) {
        return Optional.of(procedure + " changes memory of " + region.name());
      }
    }
    return Optional.empty();
  }
}
