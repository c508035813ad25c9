// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.cegar.CegarChecker;
import dev.proviso.checker.cegar.Limits;
import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.Clock;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.specs.platform.Closing;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.weave.Surroundings;
import dev.proviso.specs.weave.Weaver;
import dev.proviso.specs.weave.WovenProgram;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule decided on one program.
 *
 * @param woven what was decided; null where it did not come to that
 */
record RuleCheck(CheckResult result, @Nullable WovenProgram woven) {

  /**
   * @param clock gets the time of weaving
   * @param dump sees each stage
   * @throws UsageException where {@code --entry} names what is not there
   * @throws InputException where the rule does not fit the program
   */
  static RuleCheck run(Rule rule, Subject subject, Limits limits, Clock clock, Dump dump)
      throws UsageException, InputException {
    return switch (subject.closing()) {
      case Closing.NoEntryPoint none -> unknown(rule.name(), "no entry point", none.message());
      case Closing.UnknownEntry entry ->
          throw new UsageException(
              entry.message().sentence(), entry.message().help().toArray(String[]::new));
      case Closing.Closed closed -> {
        dump.closed(closed);
        Weaver weaver = new Weaver(Surroundings.of(subject.platform(), closed, subject.defines()));
        WovenProgram woven = clock.time("weave", () -> weaver.weave(rule, closed.program()));
        dump.woven(woven);
        yield new RuleCheck(CegarChecker.create(dump).check(woven, limits), woven);
      }
    };
  }

  static RuleCheck unknown(String rule, String reason, Message... details) {
    return new RuleCheck(
        new CheckResult(rule, new Verdict.Unknown(reason, List.of(details)), new LinkedHashMap<>()),
        null);
  }
}
