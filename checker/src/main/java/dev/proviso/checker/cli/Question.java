// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.program.Program;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.slic.RuleLibrary;
import java.util.List;
import java.util.Optional;

/** What is asked of a program, and how the answer is named. */
sealed interface Question permits Question.OfRule, Property {
  /** The name in the verdict's line. */
  String name();

  /** The platform on which it is asked; {@code none} where any will do. */
  String platform();

  /** The rules that may be asked, with their texts. */
  List<RuleLibrary.Found> rules();

  /** The rule to ask of that program. */
  Rule rule(Program program);

  /** What the output ends with, where somebody waits for it. */
  Optional<String> answer(Verdict verdict);

  /** A rule, by its own name. */
  record OfRule(RuleLibrary.Found found) implements Question {
    @Override
    public String name() {
      return found.rule().name();
    }

    @Override
    public String platform() {
      return found.rule().platform();
    }

    @Override
    public List<RuleLibrary.Found> rules() {
      return List.of(found);
    }

    @Override
    public Rule rule(Program program) {
      return found.rule();
    }

    @Override
    public Optional<String> answer(Verdict verdict) {
      return Optional.empty();
    }
  }
}
