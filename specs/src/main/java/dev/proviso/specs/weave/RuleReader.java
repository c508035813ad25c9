// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message.Severity;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import java.util.List;

/** Lowers rule units. */
final class RuleReader {
  private RuleReader() {}

  /**
   * The open program of a rule's unit, with the places of the rule file.
   *
   * @throws InputException where the rule's C has errors
   */
  static Program read(RuleUnit unit, String file, Surroundings surroundings, Target target) throws InputException {
    Frontend.Options options =
        new Frontend.Options(
            target, List.of(), surroundings.includes(), surroundings.defines(), Origin.Kind.RULE);
    try {
      return Repositioner.reposition(Frontend.readText(file, unit.text(), options, unit.types()), unit.positions());
    } catch (InputException e) {
      throw new InputException(
          e.messages().stream()
              .filter(m -> m.severity() == Severity.ERROR)
              .map(unit.positions()::map)
              .distinct()
              .toList());
    }
  }
}
