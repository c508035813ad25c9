// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.suite.Outcome;
import dev.proviso.checker.suite.ResultFile;
import dev.proviso.checker.suite.SuiteTable;
import dev.proviso.frontend.source.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows outcomes as they come, keeps them, and sums them up. */
final class SuiteReport {
  private final Console console;
  private final @Nullable ResultFile file;
  private final List<Outcome> outcomes;
  private final int expected;
  private int added;
  private boolean closed;

  /**
   * @param file where outcomes are written, if anywhere
   * @param earlier outcomes of the run that this one goes on with
   * @param expected how many are to come
   */
  SuiteReport(Console console, @Nullable ResultFile file, List<Outcome> earlier, int expected) {
    this.console = console;
    this.file = file;
    this.outcomes = new ArrayList<>(earlier);
    this.expected = expected;
  }

  synchronized void add(Outcome outcome) {
    if (closed) {
      return;
    }
    outcomes.add(outcome);
    added++;
    if (file != null) {
      try {
        file.add(outcome);
      } catch (InputException e) {
        console.print(e.messages());
      }
    }
    String reason = outcome.reason().isEmpty() ? "" : " (" + outcome.reason() + ")";
    console
        .out()
        .printf(
            Locale.ROOT,
            "%4d/%d %-8s %6.1f s %5d MB  %s %s: %s%s%n",
            added,
            expected,
            outcome.score().word(),
            outcome.cpu().toMillis() / 1000.0,
            outcome.megabytes(),
            outcome.key().name(),
            outcome.key().question(),
            outcome.verdict(),
            reason);
    console.out().flush();
  }

  /** The table; what comes later is ignored. */
  synchronized ExitCode close() {
    if (!closed) {
      closed = true;
      console.out().println();
      console.out().print(SuiteTable.of(outcomes));
      console.out().flush();
    }
    if (has(Outcome.Score.WRONG)) {
      return ExitCode.VIOLATED;
    }
    return has(Outcome.Score.UNKNOWN) ? ExitCode.UNKNOWN : ExitCode.HOLDS;
  }

  private boolean has(Outcome.Score score) {
    return outcomes.stream().anyMatch(o -> o.score() == score);
  }
}
