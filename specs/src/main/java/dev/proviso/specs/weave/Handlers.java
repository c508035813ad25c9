// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.types.Type;
import java.util.Objects;

/**
 * The handlers' procedures in the linked program: linking may have joined their types with those of
 * other units.
 */
record Handlers(Program program) {
  Type formal(Reaction reaction, int index) {
    Procedure handler =
        Objects.requireNonNull(
            program.procedures().get(reaction.procedure()), "the rule was linked");
    return handler.formals().get(index).type();
  }
}
