// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.types.Type;

/** The handlers' procedures in the linked program: linking may have joined their types with those of other units. */
record Handlers(Program program) {
  Type formal(Reaction reaction, int index) {
    return program.procedures().get(reaction.procedure()).formals().get(index).type();
  }
}
