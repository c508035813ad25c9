// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Message.Severity;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import java.util.ArrayList;
import java.util.List;

/** Lowers rule units. */
final class RuleReader {
  private RuleReader() {}

  /**
   * The open program of a rule's unit, with the places of the rule file.
   *
   * @throws InputException where the rule's C has errors
   */
  static Program read(RuleUnit unit, String file, Surroundings surroundings, Target target)
      throws InputException {
    Frontend.Options options =
        new Frontend.Options(
            target, List.of(), surroundings.includes(), surroundings.defines(), Origin.Kind.RULE);
    try {
      Program lowered = Frontend.readText(file, unit.text(), options, unit.types());
      Program placed = Repositioner.reposition(lowered, unit.positions());
      refuseLost(placed);
      return placed;
    } catch (InputException e) {
      throw new InputException(
          e.messages().stream()
              .filter(m -> m.severity() == Severity.ERROR)
              .map(unit.positions()::map)
              .distinct()
              .toList());
    }
  }

  /** A handler without its body would let violations pass. */
  private static void refuseLost(Program unit) throws InputException {
    List<Message> lost = new ArrayList<>();
    for (Procedure procedure : unit.procedures().values()) {
      if (procedure.origin().kind() == Origin.Kind.RULE
          && procedure.body() instanceof Procedure.Body.Lost body) {
        lost.add(
            Message.error(
                procedure.origin().range(),
                "this code of the rule cannot be read: " + body.reason()));
      }
    }
    if (!lost.isEmpty()) {
      throw new InputException(lost);
    }
  }
}
