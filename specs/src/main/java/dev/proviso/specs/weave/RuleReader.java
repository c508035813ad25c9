// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import java.nio.file.Path;
import java.util.List;

/** Lowers rule units. */
final class RuleReader {
  private RuleReader() {}

  /**
   * The open program of a rule's unit, with the places of the rule file.
   *
   * @param includes the folders of the platform's headers
   * @throws InputException where the rule's C has errors
   */
  static Program read(RuleUnit unit, String file, List<Path> includes, Target target) throws InputException {
    Frontend.Options options = new Frontend.Options(target, List.of(), includes, List.of(), Origin.Kind.RULE);
    try {
      return Repositioner.reposition(Frontend.readText(file, unit.text(), options, unit.types()), unit.positions());
    } catch (InputException e) {
      throw new InputException(e.messages().stream().map(unit.positions()::map).distinct().toList());
    }
  }
}
