// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.Clock;
import dev.proviso.frontend.source.InputException;
import dev.proviso.specs.platform.Closing;
import dev.proviso.specs.platform.EntryPoint;
import dev.proviso.specs.platform.EntryPoints;
import dev.proviso.specs.platform.Platform;
import dev.proviso.specs.platform.PlatformLibrary;
import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code proviso entries}: what the platform calls in this code, and why. */
@Command(
    name = "entries",
    description =
        "Lists the entry points found, their roles, the evidence, and why a candidate was not taken.")
final class EntriesCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private SourceOptions sources = new SourceOptions();

  @Option(
      names = "--stats",
      description =
          "Shows how well the code was read, which functions inexactly or not at all, and what it took.")
  private boolean statistics;

  @Option(
      names = "--units",
      description =
          "Reads each file alone, and shows how well that went: nothing is linked, no entry points are sought.")
  private boolean units;

  EntriesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UsageException, InputException {
    Optional<String> platform = sources.platform();
    if (units) {
      Platform only = PlatformLibrary.builtIn().load(platform.orElse(PlatformLibrary.NONE));
      boolean isAllRead = new UnitsReport(console, sources.code()).print(only);
      return isAllRead ? ExitCode.HOLDS.code() : ExitCode.UNKNOWN.code();
    }
    Clock clock = new Clock();
    Subjects subjects = new Subjects(sources.request(), platform, console);
    Subject subject = subjects.on(PlatformLibrary.NONE, clock);
    console.out().println("platform " + subject.platform().name());
    list(subject.entries());
    if (statistics) {
      new ReadingReport(console, subject, clock).print();
    }
    return switch (subject.closing()) {
      case Closing.Closed closed -> ExitCode.HOLDS.code();
      case Closing.NoEntryPoint none -> {
        console.print(none.message());
        yield ExitCode.UNKNOWN.code();
      }
      case Closing.UnknownEntry unknown ->
          throw new UsageException(
              unknown.message().sentence(), unknown.message().help().toArray(String[]::new));
    };
  }

  private void list(EntryPoints entries) {
    for (EntryPoint entry : entries.found()) {
      console
          .out()
          .printf(
              "%-32s %s%s%n", entry.role().name(), entry.function(), selection(entry.selection()));
      for (EntryPoint.Evidence evidence : entry.evidence()) {
        console.out().printf("%-32s   %s: %s%n", "", evidence.place(), evidence.sentence());
      }
    }
    for (EntryPoints.Rejected rejected : entries.rejected()) {
      console
          .out()
          .printf(
              "%-32s %s: not taken, %s%n", rejected.role(), rejected.function(), rejected.why());
      console.out().printf("%-32s   %s%n", "", rejected.place());
    }
  }

  private static String selection(EntryPoint.Selection selection) {
    String values =
        selection.values().stream().map(BigInteger::toString).collect(Collectors.joining(", "));
    String others =
        switch (selection.others()) {
          case NONE -> "";
          case UNGIVEN -> values.isEmpty() ? "all" : " and all that have no other function";
          case ANY -> values.isEmpty() ? "perhaps any" : " and perhaps any other";
        };
    return values.isEmpty() && others.isEmpty() ? "" : " for " + values + others;
  }
}
