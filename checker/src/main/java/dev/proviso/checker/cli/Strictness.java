// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.program.Exactness;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.Message;
import dev.proviso.specs.weave.WovenProgram;
import java.util.ArrayList;
import java.util.List;

/** What {@code --strict} makes of a verdict. */
final class Strictness {
  private Strictness() {}

  static CheckResult apply(CheckResult result, WovenProgram woven) {
    return switch (result.verdict()) {
      case Verdict.NotApplicable v ->
          unknown(result, "strict: the rule does not apply, " + v.why(), List.of());
      case Verdict.Holds v -> {
        List<Message> inexact = inexact(woven.program());
        yield inexact.isEmpty()
            ? result
            : unknown(result, "strict: the proof passes code that was read inexactly", inexact);
      }
      case Verdict.Violated v -> result;
      case Verdict.Unknown v -> result;
    };
  }

  private static CheckResult unknown(CheckResult result, String reason, List<Message> details) {
    return new CheckResult(
        result.rule(), new Verdict.Unknown(reason, details), result.statistics());
  }

  private static List<Message> inexact(Program program) {
    List<Message> places = new ArrayList<>();
    for (Procedure procedure : program.procedures().values()) {
      if (procedure.isDefined()) {
        for (Exactness.Place place : Exactness.of(procedure).inexact()) {
          places.add(Message.warning(place.origin().range(), "read inexactly: " + place.reason()));
        }
      }
    }
    return places;
  }
}
