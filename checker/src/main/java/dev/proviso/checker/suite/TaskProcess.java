// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.suite;

import dev.proviso.checker.cegar.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs one task in a process. The process keeps to its limits by itself and says so; one that does
 * not is ended when it is well past them.
 */
final class TaskProcess {
  private static final long INTERVAL_MILLIS = 20;
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Pattern ANSWER = Pattern.compile("(TRUE|FALSE|UNKNOWN)(?:\\((.*)\\))?");
  private static final Pattern VERDICT =
      Pattern.compile(
          "VERDICT .*: (HOLDS|VIOLATED|NOT APPLICABLE|UNKNOWN)(?: \\((.*)\\))?"
              + "(?:, (?:un)?confirmed)?");

  /** The processor that a task gets at least while it waits for nothing. */
  private static final int SLOWEST = 10;

  private final Task task;
  private final Limits limits;
  private final Path output;

  TaskProcess(Task task, Limits limits, Path output) {
    this.task = task;
    this.limits = limits;
    this.output = output;
  }

  /**
   * Runs it.
   *
   * @param command starts Proviso
   * @throws InterruptedException where somebody ended this thread; the process is ended too
   */
  Outcome run(List<String> command) throws InterruptedException, IOException {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of("check", "--quiet"));
    line.add("--time-limit=" + limits.cpuTime().toSeconds());
    line.add("--memory-limit=" + limits.memoryMegabytes());
    line.addAll(task.arguments());
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(output.toFile())
            .start();
    Meter meter = new Meter(process.toHandle());
    try {
      Optional<String> ended = watch(process, meter);
      return outcome(meter, ended, process);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Waits for the end; why it was brought about, where it was. */
  private Optional<String> watch(Process process, Meter meter) throws InterruptedException {
    do {
      meter.read();
      Optional<String> excess = excess(meter);
      if (excess.isPresent()) {
        return excess;
      }
    } while (!process.waitFor(INTERVAL_MILLIS, TimeUnit.MILLISECONDS));
    return Optional.empty();
  }

  private Optional<String> excess(Meter meter) {
    Duration most = limits.cpuTime().plus(GRACE);
    if (meter.cpu().compareTo(most) > 0 || meter.wall().compareTo(most.multipliedBy(SLOWEST)) > 0) {
      return Optional.of("time limit of " + limits.cpuTime().toSeconds() + " s, ended");
    }
    return meter.megabytes() > limits.memoryMegabytes() * 5 / 4
        ? Optional.of("memory limit of " + limits.memoryMegabytes() + " MB, ended")
        : Optional.empty();
  }

  private Outcome outcome(Meter meter, Optional<String> ended, Process process) throws IOException {
    if (ended.isPresent()) {
      return outcome(meter, Outcome.UNKNOWN, ended.get());
    }
    List<String> lines = Files.readAllLines(output, java.nio.charset.StandardCharsets.ISO_8859_1);
    Pattern wanted = task.arguments().getFirst().startsWith("--property") ? ANSWER : VERDICT;
    for (String text : lines.reversed()) {
      Matcher answer = wanted.matcher(text);
      if (answer.matches()) {
        String reason =
            answer.group(2) == null || !answer.group(1).equals(Outcome.UNKNOWN)
                ? ""
                : answer.group(2);
        return outcome(meter, answer.group(1), reason + errors(reason, lines));
      }
    }
    String how = "exit code " + process.exitValue();
    return outcome(meter, Outcome.UNKNOWN, how + errors(how, lines));
  }

  /** Where the process broke down or could not read: its own words. */
  private static String errors(String reason, List<String> lines) {
    boolean ordinary =
        !reason.equals("the input cannot be read")
            && !reason.equals("internal error")
            && !reason.startsWith("exit code");
    return ordinary
        ? ""
        : lines.stream()
            .filter(l -> l.contains("error: "))
            .findFirst()
            .map(l -> ": " + l)
            .orElse("");
  }

  private Outcome outcome(Meter meter, String verdict, String reason) {
    return new Outcome(
        task.set(),
        task.key(),
        task.expected(),
        verdict,
        reason,
        meter.cpu(),
        meter.wall(),
        meter.megabytes());
  }
}
