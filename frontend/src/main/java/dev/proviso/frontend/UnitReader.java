// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend;

import dev.proviso.frontend.lower.Lowering;
import dev.proviso.frontend.parse.CParser;
import dev.proviso.frontend.parse.ParsedUnit;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.types.Type;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** One unit, from its file to its program. */
final class UnitReader {
  private UnitReader() {}

  /** What became of a unit. */
  sealed interface Outcome {
    record Read(Path file, Program program) implements Outcome {}

    /**
     * @param messages what is wrong with it, and what else was found
     * @param error an error stands among them; else an included file is missing, and all may follow
     *     from that
     */
    record Unread(Path file, List<Message> messages, boolean error) implements Outcome {}
  }

  static Outcome read(Frontend.Source source) {
    ParsedUnit unit;
    try {
      unit = new CParser().parse(source.file(), source.options().unit());
    } catch (InputException e) {
      return new Outcome.Unread(source.file(), e.messages(), true);
    }
    if (!unit.missingIncludes().isEmpty()) {
      return new Outcome.Unread(source.file(), unit.messages(), false);
    }
    Program program = lower(unit, source.options(), Map.of());
    return program.messages().stream().anyMatch(m -> m.severity() == Message.Severity.ERROR)
        ? new Outcome.Unread(source.file(), program.messages(), true)
        : new Outcome.Read(source.file(), program);
  }

  /** Its messages are those of parsing and of lowering. */
  static Program lower(ParsedUnit unit, Frontend.Options options, Map<String, Type> types) {
    Program lowered =
        Lowering.lower(
            unit.unit(),
            options.unit().target(),
            new Lowering.Code(options.kind(), options.labels(), options.unit().dialect()),
            types);
    LinkedHashSet<Message> messages = new LinkedHashSet<>(unit.messages());
    messages.addAll(lowered.messages());
    return new Program(
        lowered.target(),
        lowered.globals(),
        lowered.initialisers(),
        lowered.procedures(),
        lowered.entry(),
        List.copyOf(messages));
  }
}
