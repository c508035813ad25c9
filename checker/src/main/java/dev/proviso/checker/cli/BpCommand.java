// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.abstraction.boolprog.BooleanReader;
import dev.proviso.abstraction.boolprog.BooleanSource;
import dev.proviso.abstraction.boolprog.Precedence;
import dev.proviso.checker.bp.BooleanDecision;
import dev.proviso.checker.bp.BooleanVerdict;
import dev.proviso.checker.bp.Question;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.source.SourceRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code proviso bp}: decides a boolean program. */
@Command(
    name = "bp",
    description = "Decides a boolean program in Bebop's language: can an assertion in it fail?")
final class BpCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "1", paramLabel = "FILE.bp", description = "The boolean program.")
  private @Nullable Path file;

  @Option(
      names = {"-l", "--label"},
      paramLabel = "NAME",
      description =
          "Asks instead whether a statement with this label can be reached. Failed assertions end"
              + " an execution then.")
  private @Nullable String label;

  @Option(
      names = "--equality",
      paramLabel = "HOW",
      description =
          "How = and != bind where brackets are missing: tight (as in C) or loose (as in Boppo)."
              + " Not said: what depends on it is an error.")
  private @Nullable Equality equality;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "Processor time (default: 300).")
  private long seconds = 300;

  @Option(names = "--memory-limit", paramLabel = "MB", description = "Memory (default: 2048).")
  private long megabytes = 2048;

  @Option(names = "--stats", description = "Shows what it took.")
  private boolean statistics;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the result as JSON too.")
  private @Nullable Path json;

  /** How equality binds. */
  enum Equality {
    TIGHT,
    LOOSE
  }

  BpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UsageException, InputException {
    if (seconds <= 0 || megabytes < 64) {
      throw new UsageException(
          "a decision needs more than that",
          "--time-limit is at least 1, --memory-limit at least 64");
    }
    Path path = file == null ? Path.of("") : file;
    Deadline deadline = new Deadline(Duration.ofSeconds(seconds));
    BooleanSource source = BooleanReader.read(BpFile.text(path), path.toString(), precedence());
    checkLabel(path, source);
    Question question = label == null ? new Question.Assertions() : new Question.Label(label);
    BooleanDecision decision = new BooleanDecision(source, deadline);
    BpReport report = new BpReport(console, path.toString(), question, statistics);
    try (Interruption interruption =
        Interruption.watch(() -> report.interrupted(decision.figures()), console)) {
      BooleanVerdict verdict;
      try {
        verdict = decision.decide(question);
      } catch (Deadline.PassedException e) {
        verdict = new BooleanVerdict.Unknown("time limit of " + seconds + " s");
      } catch (OutOfMemoryError e) {
        verdict = new BooleanVerdict.Unknown("memory limit of " + megabytes + " MB");
      }
      report.write(verdict, decision.figures(), json);
      return BpReport.code(verdict).code();
    }
  }

  private Precedence precedence() {
    if (equality == null) {
      return Precedence.BRACKETED;
    }
    return switch (equality) {
      case TIGHT -> Precedence.TIGHT;
      case LOOSE -> Precedence.LOOSE;
    };
  }

  private void checkLabel(Path path, BooleanSource source) throws UsageException {
    List<String> labels =
        source.program().procedures().stream()
            .flatMap(p -> p.body().stream())
            .flatMap(l -> l.label().stream())
            .toList();
    if (label != null && !labels.contains(label)) {
      throw new UsageException(
          "no statement in " + path + " has the label '" + label + "'",
          NearNames.help(label, labels));
    }
  }

  static Message unwritable(Path path) {
    return Message.error(
        new SourceRange(path.toString(), 0, 0, 0, 0), "the result cannot be written to this file");
  }
}
