// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.slic.RuleLibrary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The property {@code unreach-call} of the competition on software verification. Which rule it
 * stands for depends on the program: in tasks of the first years a label is the error.
 *
 * @param entry the function that is called
 * @param call the rule of tasks that have an error function
 * @param label the rule of tasks that have none
 */
record Property(String entry, RuleLibrary.Found call, RuleLibrary.Found label) implements Question {
  /** Its name, which is also that of its file. */
  static final String UNREACH_CALL = "unreach-call";

  /** The functions whose call is the error. */
  static final Set<String> ERRORS = Set.of("reach_error", "__VERIFIER_error");

  private static final String PLATFORM = "svcomp";

  static Property unreachCall(String entry) {
    return new Property(entry, builtIn("UnreachCall"), builtIn("ErrorLabel"));
  }

  private static RuleLibrary.Found builtIn(String rule) {
    return RuleLibrary.builtIn(rule)
        .orElseThrow(() -> new IllegalStateException("the rule " + rule + " is not shipped"));
  }

  @Override
  public String name() {
    return UNREACH_CALL;
  }

  @Override
  public String platform() {
    return PLATFORM;
  }

  @Override
  public List<RuleLibrary.Found> rules() {
    return List.of(call, label);
  }

  @Override
  public Rule rule(Program program) {
    boolean named =
        program.procedures().values().stream()
            .anyMatch(p -> p.isDefined() && (ERRORS.contains(p.name()) || callsError(p)));
    return (named ? call : label).rule();
  }

  private static boolean callsError(Procedure procedure) {
    return procedure.body() instanceof Procedure.Body.Defined d
        && d.cfg().edges().stream().map(Edge::statement).anyMatch(Property::isError);
  }

  private static boolean isError(Statement statement) {
    return statement instanceof Statement.Call c
        && c.callee() instanceof Statement.Callee.Direct d
        && ERRORS.contains(d.procedure());
  }

  @Override
  public Optional<String> answer(Verdict verdict) {
    return Optional.of(
        switch (verdict) {
          case Verdict.Holds v -> "TRUE";
          case Verdict.NotApplicable v -> "TRUE";
          case Verdict.Violated v -> "FALSE(" + UNREACH_CALL + ")";
          case Verdict.Unknown v -> "UNKNOWN(" + v.reason() + ")";
        });
  }
}
