// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.Clock;
import dev.proviso.frontend.environment.Environment;
import dev.proviso.frontend.pointsto.CallGraph;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Program;
import dev.proviso.specs.platform.Closing;
import java.io.PrintWriter;
import java.util.Set;

/** How the code was read, how well, and what that took: {@code proviso entries --stats}. */
final class ReadingReport {
  private final PrintWriter out;
  private final Subject subject;
  private final Clock clock;

  /**
   * @param clock what reading the subject took
   */
  ReadingReport(Console console, Subject subject, Clock clock) {
    this.out = console.out();
    this.subject = subject;
    this.clock = clock;
  }

  /** Analyses where pointers point to, and prints. */
  void print() {
    printFunctions();
    printTimes(Set.of());
    Set<String> shown = Set.copyOf(clock.milliseconds().keySet());
    out.flush();
    printAnalyses();
    printTimes(shown);
    row("memory", Footprint.now());
  }

  private void printTimes(Set<String> shown) {
    clock
        .milliseconds()
        .forEach(
            (phase, time) -> {
              if (!shown.contains(phase)) {
                row(phase, "%d.%03d s".formatted(time / 1000, time % 1000));
              }
            });
  }

  private void row(String name, String text) {
    out.printf("%-32s %s%n", name, text);
  }

  private void printFunctions() {
    FunctionCounts counts = new FunctionCounts();
    counts.add(FunctionCounts.Of.program(subject.driver()));
    counts.print(this::row);
  }

  private void printAnalyses() {
    Program program =
        switch (subject.closing()) {
          case Closing.Closed closed -> closed.program();
          case Closing.NoEntryPoint none -> completed();
          case Closing.UnknownEntry unknown -> completed();
        };
    PointsTo pointsTo = clock.time("points-to", () -> PointsTo.analyse(program));
    CallGraph calls = clock.time("calls", () -> CallGraph.of(program, pointsTo));
    ModRef effects = clock.time("mod-ref", () -> ModRef.of(program, pointsTo, calls));
    long writers =
        calls.reachable().stream().filter(p -> !effects.modifiedRegions(p).isEmpty()).count();
    row("regions", String.valueOf(pointsTo.regions().size()));
    row(
        "calls",
        "%d functions can be reached, %d of them write memory; %d calls may reach unknown code"
            .formatted(calls.reachable().size(), writers, calls.unresolved().size()));
  }

  private Program completed() {
    return clock.time("environment", () -> Environment.complete(subject.driver()).program());
  }
}
