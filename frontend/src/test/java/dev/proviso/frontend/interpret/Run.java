// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An execution of a text, with all that came of it.
 *
 * @param output what it wrote to standard output
 */
record Run(Outcome outcome, String output, List<Finding> findings) {

  static Run of(String text) throws InputException {
    return of(Target.LP64, text, "", Choices.USUAL, 50_000_000);
  }

  static Run of(Target target, String text, String input, Choices choices, long steps)
      throws InputException {
    Program program = Frontend.readText("t.c", text, Frontend.Options.of(target));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Finding> findings = new ArrayList<>();
    Settings settings =
        new Settings(
            List.of("t"),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1)),
            out,
            new ByteArrayOutputStream(),
            steps,
            Settings.USUAL_DEPTH,
            choices,
            findings::add);
    Outcome outcome = Interpreter.run(program, settings).outcome();
    return new Run(outcome, out.toString(StandardCharsets.ISO_8859_1), findings);
  }

  /** The lines and sorts of what was reported. */
  List<String> reports() {
    return findings.stream().map(f -> f.place().range().line() + " " + f.kind()).toList();
  }
}
