// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.smt.SolverUnavailableException;
import dev.proviso.checker.cegar.Limits;
import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.frontend.Clock;
import dev.proviso.frontend.source.InputException;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.weave.WovenProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code proviso check}: decides rules on a program. */
@Command(
    name = "check",
    description = "Proves rules on C code, or shows step by step how it breaks them.")
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = {"-r", "--rule"},
      paramLabel = "RULE",
      split = ",",
      description = "Names of rules, or .slic files. Default: all rules of the platform.")
  private List<String> rules = new ArrayList<>();

  @Option(
      names = "--property",
      paramLabel = "FILE.prp",
      description =
          "Asks for this property in place of rules: unreach-call.prp, which need not be there.")
  private @Nullable String property;

  @Mixin private SourceOptions sources = new SourceOptions();
  @Mixin private RunOptions options = new RunOptions();

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UsageException, InputException {
    sources.code();
    Limits limits = options.limits();
    Solver.prepare();
    List<Question> chosen = questions();
    Spending spending = Spending.fromStart(console);
    chosen.stream()
        .flatMap(q -> q.rules().stream())
        .forEach(rule -> console.sources().with(rule.rule().file(), rule.text()));
    CheckReport report = new CheckReport(console, options, chosen);
    try (Interruption interruption = Interruption.watch(report, console)) {
      Subjects subjects = new Subjects(request(chosen), sources.platform(), console);
      boolean broken = false;
      for (int i = 0; i < chosen.size(); i++) {
        Question question = chosen.get(i);
        String count = chosen.size() == 1 ? "" : " (%d of %d)".formatted(i + 1, chosen.size());
        try (Progress progress =
            Progress.show(console, options.isQuiet(), "checking " + question.name() + count)) {
          check(question, subjects, limits, i == 0 ? spending : Spending.fromNow(), report);
        } catch (InputException e) {
          if (!e.isIncomplete()) {
            report.answer();
            throw e;
          }
          console.print(e.messages());
          report.interrupt("an included file is missing");
          break;
        } catch (SolverUnavailableException e) {
          throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
          broken = true;
          Breakdown.report(console, e);
          report.add(RuleCheck.unknown(question.name(), "internal error").result(), null);
        }
      }
      ExitCode code = report.close();
      return (broken && code != ExitCode.VIOLATED ? ExitCode.INTERNAL : code).code();
    }
  }

  private List<Question> questions() throws UsageException, InputException {
    if (property == null) {
      return RuleChoice.choose(rules, sources);
    }
    if (!rules.isEmpty()) {
      throw new UsageException(
          "both -r and --property", "a property stands for a rule: leave one of them out");
    }
    return List.of(PropertyFile.read(property));
  }

  /** A property says what is called, unless the command line does. */
  private Subject.Request request(List<Question> chosen) throws UsageException, InputException {
    Subject.Request request = sources.request();
    return request.entries().isEmpty()
            && chosen.getFirst() instanceof Property p
            && !p.entry().equals("main")
        ? new Subject.Request(request.code(), List.of(p.entry()))
        : request;
  }

  private void check(
      Question question, Subjects subjects, Limits limits, Spending spending, CheckReport report)
      throws InputException, UsageException {
    Clock clock = spending.clock();
    try (Overrun overrun = Overrun.watch(limits, spending, report, console)) {
      Subject subject = subjects.on(question.platform(), clock);
      Rule rule = question.rule(subject.driver());
      RuleCheck check =
          RuleCheck.run(
              rule,
              subject,
              limits.after(spending.spent()),
              clock,
              new Dump(options.dump(), console));
      WovenProgram woven = check.woven();
      CheckResult result = spending.addedTo(check.result()).named(question.name());
      report.add(
          options.isStrict() && woven != null ? Strictness.apply(result, woven) : result, woven);
    }
  }
}
