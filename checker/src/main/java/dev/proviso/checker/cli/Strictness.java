// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
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
      if (procedure.body() instanceof Procedure.Body.Defined body) {
        for (Edge edge : body.cfg().edges()) {
          if (edge.statement() instanceof Statement.Havoc havoc
              && havoc.cause() instanceof Statement.Cause.Inexact inexact) {
            places.add(
                Message.warning(edge.origin().range(), "read inexactly: " + inexact.reason()));
          }
        }
      }
    }
    return places;
  }
}
