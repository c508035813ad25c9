// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.cegar.Limits;
import dev.proviso.checker.suite.Comparison;
import dev.proviso.checker.suite.Outcome;
import dev.proviso.checker.suite.ResultFile;
import dev.proviso.checker.suite.Suite;
import dev.proviso.checker.suite.Task;
import dev.proviso.checker.suite.TaskFinder;
import dev.proviso.checker.suite.Tool;
import dev.proviso.frontend.source.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code proviso suite}: many tasks with expected verdicts. */
@Command(
    name = "suite",
    description = {
      "Runs tasks with expected verdicts, each in a process of its own, and prints what is right, wrong and unknown.",
      "A task is a definition of the competition (.yml, format_version 2.0), or an expected.yml with files and rules."
    },
    footer = {
      "",
      "Exit codes: 0 all are right, 10 some verdict is wrong, 5 some are unknown, 2 some task cannot be read."
    })
final class SuiteCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "TASKS", description = "Task definitions, or folders that hold some.")
  private List<Path> places = new ArrayList<>();

  @Option(
      names = "--property",
      paramLabel = "P",
      description = "The property to decide where a task has several (default: unreach-call).")
  private String property = Property.UNREACH_CALL;

  @Option(names = "-j", paramLabel = "N", description = "Tasks at a time (default: 1).")
  private int atOnce = 1;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "Processor time for each task (default: 300).")
  private long seconds = Limits.DEFAULT.cpuTime().toSeconds();

  @Option(
      names = "--memory-limit",
      paramLabel = "MB",
      description = "Memory for each task (default: 2048).")
  private long megabytes = Limits.DEFAULT.memoryMegabytes();

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = "Writes each result to this file as it comes, fields apart by tabs.")
  private @Nullable Path results;

  @Option(
      names = "--resume",
      description = "Goes on with the file of --results: what it has is not run again.")
  private boolean resume;

  @Option(
      names = "--compare",
      description = "Runs nothing: compares two files of results, TASKS being their names.")
  private boolean compare;

  SuiteCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UsageException, InputException, InterruptedException {
    return compare ? compare() : run();
  }

  private int compare() throws UsageException, InputException {
    if (places.size() != 2) {
      throw new UsageException(
          "two files of results are compared", "proviso suite --compare before.tsv after.tsv");
    }
    console
        .out()
        .print(
            Comparison.of(
                ResultFile.read(places.get(0)).outcomes(),
                ResultFile.read(places.get(1)).outcomes()));
    return ExitCode.HOLDS.code();
  }

  private int run() throws UsageException, InputException, InterruptedException {
    checkOptions();
    TaskFinder.Found found = TaskFinder.find(property, places);
    console.print(found.messages());
    List<Outcome> outcomes = new ArrayList<>(earlier());
    Set<Task.Key> done = outcomes.stream().map(Outcome::key).collect(Collectors.toSet());
    List<Task> tasks = found.tasks().stream().filter(t -> !done.contains(t.key())).toList();
    if (found.tasks().isEmpty()) {
      if (found.messages().isEmpty()) {
        throw new UsageException(
            "there are no tasks of " + property + " in " + places,
            "a task definition is a .yml file of format_version 2.0, or an expected.yml");
      }
      return ExitCode.INPUT.code();
    }
    SuiteReport report = new SuiteReport(console, opened(), outcomes, tasks.size());
    Limits limits = new Limits(Duration.ofSeconds(seconds), megabytes);
    try (Suite suite = new Suite(Tool.command(Main.class, megabytes), limits, report::add);
        Interruption interruption = Interruption.watch(() -> stopped(suite, report), console)) {
      suite.run(tasks, atOnce);
    }
    ExitCode code = report.close();
    boolean incomplete = code != ExitCode.VIOLATED && !found.messages().isEmpty();
    return (incomplete ? ExitCode.INPUT : code).code();
  }

  /** Ctrl-C: the processes end, and what is known is shown. */
  private static ExitCode stopped(Suite suite, SuiteReport report) {
    suite.close();
    ExitCode code = report.close();
    return code == ExitCode.HOLDS ? ExitCode.UNKNOWN : code;
  }

  private void checkOptions() throws UsageException {
    if (places.isEmpty()) {
      throw new UsageException(
          "no tasks given",
          "proviso suite benchmarks/programs",
          "a task is a .yml file, or in a folder");
    }
    if (!property.replaceFirst("\\.prp$", "").equals(Property.UNREACH_CALL)) {
      throw new UsageException(
          "there is no property '" + property + "'",
          "the only property is " + Property.UNREACH_CALL);
    }
    property = Property.UNREACH_CALL;
    if (seconds <= 0 || megabytes < 64 || atOnce < 1) {
      throw new UsageException(
          "a task needs more than that",
          "--time-limit and -j are at least 1, --memory-limit at least 64");
    }
    if (resume && results == null) {
      throw new UsageException(
          "--resume goes on with a file of results, and none is named", "--results FILE --resume");
    }
    if (!resume && results != null && Files.exists(results)) {
      throw new UsageException(
          "there is a file " + results + " already",
          "--resume goes on with it; or name another file");
    }
  }

  /** What a file of results, and its limits, say of the run. */
  private String limits() {
    return "proviso suite: "
        + seconds
        + " s of processor time and "
        + megabytes
        + " MB for each task";
  }

  private List<Outcome> earlier() throws UsageException, InputException {
    if (results == null || !Files.exists(results)) {
      return List.of();
    }
    ResultFile.Content content = ResultFile.read(results);
    if (!content.limits().equals(limits()) && !content.limits().isEmpty()) {
      throw new UsageException(
          "the results in " + results + " came under other limits",
          "the file says: " + content.limits(),
          "give the same limits, or name another file");
    }
    return content.outcomes();
  }

  private @Nullable ResultFile opened() throws InputException {
    if (results == null) {
      return null;
    }
    boolean begun = Files.exists(results) && results.toFile().length() > 0;
    return begun ? ResultFile.resume(results) : ResultFile.create(results, limits());
  }
}
