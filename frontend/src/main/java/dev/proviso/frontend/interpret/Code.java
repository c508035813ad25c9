// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.VoidType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A compiled procedure. */
final class Code {
  /** That of no procedure. */
  static final Code NONE =
      new Code(
          new Procedure(
              "",
              new FunctionType(VoidType.VOID, List.of(), false, true),
              List.of(),
              List.of(),
              new Procedure.Body.Undefined(),
              List.of(),
              Origin.NONE),
          new Step[0],
          new Origin[0],
          0,
          Storage.none(),
          false);

  final Procedure procedure;

  /** What happens at each location. */
  final Step[] steps;

  final int entry;

  /** How many words and things an activation has. */
  final int words;

  final int things;

  /** True if there are words that may be read before they are written. */
  final boolean mayBeUnset;

  final List<Slot> formals;
  private final Origin[] origins;
  private final @Nullable Variable[] variables;
  private final Storage storage;

  /**
   * @param origins where each step comes from
   * @param storage where the locals are
   * @param mayBeUnset whether there are words that may be read before they are written
   */
  Code(
      Procedure procedure,
      Step[] steps,
      Origin[] origins,
      int entry,
      Storage storage,
      boolean mayBeUnset) {
    this.procedure = procedure;
    this.steps = steps;
    this.origins = origins;
    this.entry = entry;
    this.words = storage.words();
    this.things = storage.things();
    this.variables = storage.variables();
    this.storage = storage;
    this.mayBeUnset = mayBeUnset;
    this.formals = procedure.formals().stream().map(storage::slot).toList();
  }

  String name() {
    return procedure.name();
  }

  Origin origin(int pc) {
    return pc < origins.length ? origins[pc] : procedure.origin();
  }

  Slot slot(Variable local) {
    return storage.slot(local);
  }

  /** The object of a local; its content is arbitrary. */
  Block newLocal(Frame frame, int thing) {
    Variable variable = Objects.requireNonNull(variables[thing]);
    Block block =
        new Block(
            "the variable `" + variable.name() + "`", (int) variable.type().size(), false, false);
    frame.things[thing] = block;
    frame.machine.layOut(block, variable);
    return block;
  }
}
