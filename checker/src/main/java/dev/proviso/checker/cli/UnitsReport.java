// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.Clock;
import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Message.Severity;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.platform.Platform;
import java.util.List;

/** How well files are read, each alone: {@code proviso entries --units}. */
final class UnitsReport {
  private final Console console;
  private final Code code;

  /** What became of a unit. */
  private sealed interface Result {
    record Read(FunctionCounts.Of functions) implements Result {}

    record Unread(Frontend.Unread unit) implements Result {}
  }

  UnitsReport(Console console, Code code) {
    this.console = console;
    this.code = code;
  }

  /** Reads all, and prints; true if all could be read. */
  boolean print(Platform platform) {
    Clock clock = new Clock();
    Target target = code.target().orElse(platform.target());
    List<Result> results =
        clock.time(
            "parse",
            () ->
                Frontend.<Result>each(
                    code.sources(platform, target),
                    p -> new Result.Read(FunctionCounts.Of.program(p)),
                    Result.Unread::new));
    FunctionCounts counts = new FunctionCounts();
    int unread = skipped();
    int all = results.size() + unread;
    for (Result result : results) {
      switch (result) {
        case Result.Read read -> counts.add(read.functions());
        case Result.Unread other -> {
          unread++;
          tell(other.unit());
        }
      }
    }
    row("units", (all - unread) + " read, " + unread + " not");
    counts.print(this::row);
    clock
        .milliseconds()
        .forEach((phase, time) -> row(phase, "%d.%03d s".formatted(time / 1000, time % 1000)));
    row("memory", Footprint.now());
    return unread == 0;
  }

  /** Tells of units of a build that are not even tried; how many there are. */
  private int skipped() {
    return switch (code) {
      case Code.Files files -> 0;
      case Code.Built built -> {
        BuildReport.begin(built.build(), console);
        yield built.build().codeSkipped().size();
      }
    };
  }

  private void tell(Frontend.Unread unit) {
    List<Message> errors =
        unit.messages().stream().filter(m -> m.severity() == Severity.ERROR).toList();
    (errors.isEmpty() ? unit.messages() : errors).stream().limit(1).forEach(console::print);
    console.note(unit.file() + " cannot be read");
  }

  private void row(String name, String text) {
    console.out().printf("%-32s %s%n", name, text);
  }
}
