// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend;

import dev.proviso.frontend.UnitReader.Outcome;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Message.Note;
import dev.proviso.frontend.source.Message.Severity;
import dev.proviso.frontend.source.SourceRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A build often makes several programs: each unit with a {@code main} begins one. */
final class SeveralPrograms {
  private static final String MAIN = "main";

  private SeveralPrograms() {}

  /**
   * The units of one program: without those of the others that define {@code main}.
   *
   * @param main the file whose {@code main} is meant; may be left out where there is one only
   */
  static List<Outcome> one(List<Outcome> units, Optional<Path> main) throws InputException {
    List<Outcome> kept = new ArrayList<>();
    List<Outcome.Read> beginnings = new ArrayList<>();
    for (Outcome unit : units) {
      if (unit instanceof Outcome.Read read && main(read.program()).isPresent()) {
        beginnings.add(read);
      } else {
        kept.add(unit);
      }
    }
    if (main.isEmpty()) {
      if (beginnings.size() > 1) {
        throw new InputException(which(beginnings));
      }
      return units;
    }
    Path wanted = main.get().toAbsolutePath().normalize();
    Outcome.Read chosen =
        beginnings.stream()
            .filter(u -> u.file().toAbsolutePath().normalize().equals(wanted))
            .findFirst()
            .orElseThrow(() -> new InputException(notThere(main.get(), beginnings)));
    return units.stream().filter(u -> kept.contains(u) || u == chosen).toList();
  }

  private static Optional<Procedure> main(Program program) {
    return Optional.ofNullable(program.procedures().get(MAIN))
        .filter(p -> !(p.body() instanceof Procedure.Body.Undefined));
  }

  private static Message which(List<Outcome.Read> beginnings) {
    List<Note> notes =
        beginnings.stream().skip(1).map(u -> new Note(place(u), "and here another one")).toList();
    return new Message(
        Severity.ERROR,
        place(beginnings.getFirst()),
        "the build makes " + beginnings.size() + " programs: `main` of one is defined here",
        notes,
        List.of(
            "name the file of the one that is meant: --main " + beginnings.getFirst().file(),
            "or all of its files, behind -p"));
  }

  private static Message notThere(Path file, List<Outcome.Read> beginnings) {
    List<String> help = beginnings.stream().map(u -> "it is in " + u.file()).toList();
    return new Message(
        Severity.ERROR,
        new SourceRange(file.toString(), 0, 0, 0, 0),
        "no `main` was read from this file",
        List.of(),
        help);
  }

  private static SourceRange place(Outcome.Read unit) {
    return main(unit.program()).orElseThrow().origin().range();
  }
}
