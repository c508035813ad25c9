// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.boolprog.BooleanProcedure;
import dev.proviso.abstraction.boolprog.BooleanProcedure.Line;
import dev.proviso.abstraction.boolprog.BooleanProgram;
import dev.proviso.abstraction.boolprog.BooleanSource;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import dev.proviso.frontend.source.SourceRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A thread that is started runs to its end at once, or never. These are some of the executions: an
 * error found in them is one.
 */
final class Threads {
  private Threads() {}

  static BooleanSource asCalls(BooleanSource source) {
    if (source.threads().isEmpty()) {
      return source;
    }
    List<BooleanProcedure> procedures = new ArrayList<>();
    Map<String, List<SourceRange>> places = new LinkedHashMap<>();
    for (BooleanProcedure p : source.program().procedures()) {
      List<Line> lines = new ArrayList<>();
      List<SourceRange> ranges = new ArrayList<>();
      for (int i = 0; i < p.body().size(); i++) {
        List<Line> instead = instead(p.body().get(i), i, source);
        lines.addAll(instead);
        ranges.addAll(Collections.nCopies(instead.size(), source.place(p.name(), i)));
      }
      procedures.add(
          new BooleanProcedure(
              p.name(), p.parameters(), p.results(), p.locals(), p.enforced(), lines));
      places.put(p.name(), ranges);
    }
    return new BooleanSource(
        new BooleanProgram(source.program().globals(), procedures), places, source.threads());
  }

  private static List<Line> instead(Line line, int number, BooleanSource source) {
    if (!(line.statement() instanceof BooleanStatement.StartThread thread)) {
      return List.of(line);
    }
    // No label in a file has a space in it, unless it is quoted.
    String now = "thread " + number;
    String never = "no thread " + number;
    int results =
        source.program().procedures().stream()
            .filter(p -> p.name().equals(thread.procedure()))
            .mapToInt(BooleanProcedure::results)
            .sum();
    BooleanStatement call =
        new BooleanStatement.Call(
            Collections.nCopies(results, BooleanStatement.DROPPED),
            thread.procedure(),
            thread.arguments());
    return List.of(
        new Line(line.label(), new BooleanStatement.Goto(List.of(now, never)), Optional.empty()),
        Line.of(call).labelled(now),
        Line.of(new BooleanStatement.Skip()).labelled(never));
  }
}
