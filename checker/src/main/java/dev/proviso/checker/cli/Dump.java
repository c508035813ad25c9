// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.abstraction.block.BlockPrinter;
import dev.proviso.abstraction.boolprog.BooleanPrinter;
import dev.proviso.checker.cegar.Progress;
import dev.proviso.checker.cegar.Stages;
import dev.proviso.checker.cli.RunOptions.Stage;
import dev.proviso.frontend.program.Printer;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.source.Origin;
import dev.proviso.specs.platform.Closing;
import dev.proviso.specs.weave.WovenProgram;
import java.util.Optional;
import java.util.function.Supplier;

/** Sees the stages of a check pass by and prints the one that was asked for. */
record Dump(Optional<Stage> stage, Console console) implements Progress {

  static Dump nothing(Console console) {
    return new Dump(Optional.empty(), console);
  }

  void closed(Closing.Closed closed) {
    print(Stage.HARNESS, () -> harness(closed));
    print(Stage.PROGRAM, () -> Printer.print(closed.program()));
  }

  /** The generated C; where functions are called one by one, no C is needed, only procedures. */
  private static String harness(Closing.Closed closed) {
    String header = closed.texts().get(Closing.Closed.ENTRIES_HEADER);
    if (header != null) {
      return header;
    }
    StringBuilder out = new StringBuilder();
    for (Procedure procedure : closed.program().procedures().values()) {
      if (procedure.origin().kind() == Origin.Kind.HARNESS) {
        out.append(out.isEmpty() ? "" : "\n").append(Printer.print(procedure));
      }
    }
    return out.toString();
  }

  void woven(WovenProgram woven) {
    print(Stage.WOVEN, () -> Printer.print(woven.program()));
    print(Stage.APPLICABILITY, () -> Printer.print(woven.applicability()));
  }

  @Override
  public void searched(Stages stages) {
    print(Stage.BLOCKS, () -> BlockPrinter.print(stages.blocks()));
    print(Stage.PREDICATES, () -> stages.precision().toString());
    print(Stage.BP, () -> BooleanPrinter.print(stages.booleanProgram()));
  }

  private void print(Stage passing, Supplier<String> text) {
    if (stage.equals(Optional.of(passing))) {
      console.out().print(text.get());
      console.out().flush();
    }
  }
}
