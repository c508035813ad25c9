// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.cegar.Limits;
import dev.proviso.checker.report.Outliner;
import dev.proviso.checker.report.VerdictLine;
import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.Clock;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.check.RuleFolder;
import dev.proviso.specs.platform.Closing;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.slic.RuleLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tests a rule's folder. A bad example must be VIOLATED at a line that says so, a good one must
 * hold. Examples in which the platform finds nothing to call are called function by function.
 */
final class RuleTest {
  private final Console console;

  RuleTest(Console console) {
    this.console = console;
  }

  /** True if every example has its verdict. */
  boolean run(Path folder) throws InputException, UsageException {
    RuleFolder parts = RuleFolder.read(folder);
    RuleLibrary.Found found = RuleLibrary.read(folder);
    console.sources().with(found.rule().file(), found.text());
    boolean good = true;
    for (RuleFolder.Example example : parts.examples()) {
      Optional<String> wrong = wrong(found.rule(), example);
      console.out().printf("%-7s %s%n", wrong.isEmpty() ? "ok" : "NOT OK", example.file());
      wrong.ifPresent(why -> console.out().println("        " + why));
      console.out().flush();
      good &= wrong.isEmpty();
    }
    return good;
  }

  private Optional<String> wrong(Rule rule, RuleFolder.Example example)
      throws InputException, UsageException {
    RuleCheck check =
        RuleCheck.run(
            rule,
            subject(rule, example.file()),
            Limits.DEFAULT,
            new Clock(),
            Dump.nothing(console));
    Verdict verdict = check.result().verdict();
    boolean asExpected =
        example.isBad() ? verdict instanceof Verdict.Violated : verdict instanceof Verdict.Holds;
    if (!asExpected) {
      return Optional.of(
          "should be "
              + (example.isBad() ? "VIOLATED" : "HOLDS")
              + ", is "
              + VerdictLine.of(check.result()));
    }
    if (verdict instanceof Verdict.Violated violated && check.woven() != null) {
      SourceRange place =
          Outliner.outline(violated.trace(), check.woven(), console.sources()).place();
      boolean there = example.violations().contains(place.line());
      return there
          ? Optional.empty()
          : Optional.of("is VIOLATED at " + place + ", which does not say so");
    }
    return Optional.empty();
  }

  private Subject subject(Rule rule, Path file) throws InputException {
    Subject found = read(rule, file, List.of());
    return found.closing() instanceof Closing.NoEntryPoint
        ? read(rule, file, functions(found))
        : found;
  }

  private Subject read(Rule rule, Path file, List<String> entries) throws InputException {
    Code code = new Code.Files(List.of(file), List.of(), List.of(), List.of(), Optional.empty());
    return new Subjects(new Subject.Request(code, entries), Optional.of(rule.platform()), console)
        .on(rule.platform(), new Clock());
  }

  private static List<String> functions(Subject subject) {
    return subject.driver().procedures().values().stream()
        .filter(p -> p.isDefined() && p.origin().kind() == Origin.Kind.USER)
        .map(Procedure::name)
        .collect(Collectors.toList());
  }
}
