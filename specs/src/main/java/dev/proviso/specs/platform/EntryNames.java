// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.Origin;
import java.util.Optional;

/** Functions by the names that users know. */
final class EntryNames {
  private static final String STATIC = "::";

  private EntryNames() {}

  /**
   * The procedure that a user means: by its whole name, or by the C name if it is the only one with
   * that.
   */
  static Optional<Procedure> find(Program program, String name) {
    Procedure exact = program.procedures().get(name);
    if (exact != null && hasBody(exact)) {
      return Optional.of(exact);
    }
    var matching =
        program.procedures().values().stream()
            .filter(p -> p.name().endsWith(STATIC + name) && hasBody(p))
            .limit(2)
            .toList();
    return matching.size() == 1 ? Optional.of(matching.get(0)) : Optional.empty();
  }

  static boolean isUser(Procedure procedure) {
    return procedure.origin().kind() == Origin.Kind.USER;
  }

  private static boolean hasBody(Procedure procedure) {
    return !(procedure.body() instanceof Procedure.Body.Undefined);
  }
}
