// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.IntType;
import dev.proviso.specs.platform.EntryPoints;
import dev.proviso.specs.platform.Platform;
import dev.proviso.specs.slic.Code;
import dev.proviso.specs.slic.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule's unit as a program of its own.
 *
 * @param handlers the names of the handlers' procedures
 * @param state the rule's state variables, in order of declaration
 */
public record LoweredRule(Program program, List<String> handlers, List<Variable> state) {
  public LoweredRule {
    handlers = List.copyOf(handlers);
    state = List.copyOf(state);
  }

  /**
   * Lowers a rule with handlers for the functions that are known, without any program.
   *
   * @param roles the signature of each role's functions
   * @throws InputException where the rule's C has errors
   */
  public static LoweredRule of(
      Rule rule, Platform platform, List<Signature> functions, Map<String, Signature> roles)
      throws InputException {
    Surroundings surroundings =
        Surroundings.of(platform, new EntryPoints(List.of(), List.of()), List.of());
    Map<String, List<Signature>> players = new LinkedHashMap<>();
    roles.forEach((role, signature) -> players.put(role, List.of(signature)));
    List<Reaction> reactions =
        new ReactionFinder(rule, surroundings.aliases(), functions, players).find();
    RuleUnit unit =
        RuleCompiler.compile(rule, reactions, surroundings.headers(), watchedType(rule, functions));
    Program program = RuleReader.read(unit, rule.file(), surroundings, platform.target());
    return new LoweredRule(
        program, reactions.stream().map(Reaction::procedure).toList(), state(rule, program));
  }

  /** The type of the watched object where the event that gives it says it is an integer. */
  static @Nullable IntType watchedType(Rule rule, List<Signature> functions) {
    if (!rule.isWatching()) {
      return null;
    }
    Rule.Watch watch = rule.watches().getFirst();
    Code value = watch.value();
    return functions.stream()
        .filter(
            s ->
                value.tokens().size() == 1
                    && watch.functions().stream().anyMatch(f -> f.matches(s.sourceName())))
        .map(
            s ->
                value.text().equals("$return")
                    ? s.result()
                    : s.parameter(RuleCompiler.number(value.text())))
        .findFirst()
        .map(t -> t instanceof IntType i ? i : null)
        .orElse(null);
  }

  /** The rule's state variables; one that nothing uses may be gone. */
  static List<Variable> state(Rule rule, Program program) {
    return rule.state().variables().stream()
        .flatMap(v -> global(program, v.name(), rule).stream())
        .toList();
  }

  static Optional<Variable> global(Program program, String name, Rule rule) {
    return program.globals().stream()
        .filter(g -> g.name().equals(name) && g.declaration().file().equals(rule.file()))
        .findFirst();
  }
}
