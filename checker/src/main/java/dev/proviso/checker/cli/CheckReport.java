// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.report.MessageText;
import dev.proviso.checker.report.Outliner;
import dev.proviso.checker.report.ResultJson;
import dev.proviso.checker.report.TraceOutline;
import dev.proviso.checker.report.TraceText;
import dev.proviso.checker.report.VerdictLine;
import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.weave.WovenProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes results as they come and knows which are still missing. The thread that checks and the one
 * that ends an interrupted run both use it, one at a time.
 */
final class CheckReport {
  private final Console console;
  private final RunOptions options;
  private final List<Question> questions;
  private final Set<String> open = new LinkedHashSet<>();
  private final List<CheckResult> results = new ArrayList<>();
  private final Map<String, TraceOutline> outlines = new LinkedHashMap<>();
  private boolean closed;

  CheckReport(Console console, RunOptions options, List<Question> questions) {
    this.console = console;
    this.options = options;
    this.questions = List.copyOf(questions);
    questions.forEach(q -> open.add(q.name()));
  }

  /**
   * One rule is done.
   *
   * @param woven what was checked; null where it did not come to that
   */
  synchronized void add(CheckResult result, @Nullable WovenProgram woven) {
    if (closed) {
      return;
    }
    open.remove(result.rule());
    results.add(result);
    switch (result.verdict()) {
      case Verdict.Holds v -> assumptions(result.rule(), v.assumptions());
      case Verdict.Violated v -> trace(result.rule(), v, woven);
      case Verdict.NotApplicable v -> {}
      case Verdict.Unknown v ->
          v.details()
              .forEach(
                  m ->
                      console
                          .out()
                          .print(new MessageText(console.sources()).print(m, result.rule())));
    }
    if (options.showsStatistics()) {
      result
          .statistics()
          .forEach((name, figure) -> console.out().printf("  %-28s %10d%n", name, figure));
    }
    console.out().println(VerdictLine.of(result));
    console.out().flush();
  }

  private void assumptions(String rule, List<String> assumptions) {
    if (!assumptions.isEmpty()) {
      console.out().println(rule + ": the proof rests on");
      assumptions.forEach(a -> console.out().println("  - " + a));
    }
  }

  private void trace(String rule, Verdict.Violated violated, @Nullable WovenProgram woven) {
    if (woven != null) {
      TraceOutline outline = Outliner.outline(violated.trace(), woven, console.sources());
      outlines.put(rule, outline);
      console.out().print(new TraceText(console.sources()).print(outline, rule));
    }
  }

  /** The rules that have no result yet are unknown. */
  synchronized void interrupt(String reason) {
    for (String rule : List.copyOf(open)) {
      Verdict verdict = new Verdict.Unknown(reason, List.of());
      add(new CheckResult(rule, verdict, new LinkedHashMap<>()), null);
    }
  }

  /** Ends the output; results that come later are ignored. */
  synchronized ExitCode close() throws InputException {
    if (!closed) {
      closed = true;
      summary();
      Optional<Path> json = options.json();
      if (json.isPresent()) {
        write(json.get());
      }
      answer();
    }
    return ExitCode.of(results.stream().map(CheckResult::verdict).toList());
  }

  /** The last line, where a question wants one; also where the input was not read. */
  synchronized void answer() {
    for (Question question : questions) {
      Verdict verdict =
          results.stream()
              .filter(r -> r.rule().equals(question.name()))
              .map(CheckResult::verdict)
              .findFirst()
              .orElse(new Verdict.Unknown("the input cannot be read", List.of()));
      question.answer(verdict).ifPresent(console.out()::println);
    }
    console.out().flush();
  }

  private void summary() {
    Map<String, Long> counts =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    r -> summaryWord(r.verdict()), LinkedHashMap::new, Collectors.counting()));
    String parts =
        counts.entrySet().stream()
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", "));
    console.out().println(results.size() + (results.size() == 1 ? " rule: " : " rules: ") + parts);
    console.out().flush();
  }

  private static String summaryWord(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Holds v -> "proved";
      case Verdict.Violated v -> "violated";
      case Verdict.NotApplicable v -> "not applicable";
      case Verdict.Unknown v -> "unknown";
    };
  }

  private void write(Path file) throws InputException {
    String text =
        new ResultJson(console.sources())
            .print(Version.number(), results, r -> outlines.get(r.rule()));
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new InputException(
          Message.error(
              new SourceRange(file.toString(), 0, 0, 0, 0),
              "the results cannot be written to this file"));
    }
  }
}
