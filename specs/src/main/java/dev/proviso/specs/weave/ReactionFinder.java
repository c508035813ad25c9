// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.types.IntType;
import dev.proviso.specs.slic.Code;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.slic.Rule.FunctionPattern;
import dev.proviso.specs.slic.Rule.Handler;
import dev.proviso.specs.weave.EventAliases.Alias;
import dev.proviso.specs.weave.Reaction.Parameter;
import dev.proviso.specs.weave.Reaction.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes of each handler one reaction for every function that its event names mean. */
final class ReactionFinder {
  private final Rule rule;
  private final EventAliases aliases;
  private final List<Signature> functions;
  private final Map<String, List<Signature>> roles;

  /**
   * @param functions all functions there are
   * @param roles the functions that the platform may call in each role
   */
  ReactionFinder(
      Rule rule,
      EventAliases aliases,
      List<Signature> functions,
      Map<String, List<Signature>> roles) {
    this.rule = rule;
    this.aliases = aliases;
    this.functions = functions;
    this.roles = roles;
  }

  List<Reaction> find() {
    List<Reaction> reactions = new ArrayList<>();
    for (int i = 0; i < rule.handlers().size(); i++) {
      reactions.addAll(of(i, rule.handlers().get(i)));
    }
    return reactions;
  }

  /**
   * Each function reacts once, however many of the handler's names mean it; its own name counts
   * before an alias.
   */
  private List<Reaction> of(int index, Handler handler) {
    Map<String, Reaction> found = new LinkedHashMap<>();
    for (FunctionPattern pattern : handler.functions()) {
      for (Signature function : functions) {
        if (pattern.matches(function.sourceName())) {
          found.putIfAbsent(function.function(), reaction(index, handler, function, null, null));
        }
      }
      roles.forEach(
          (role, players) -> {
            if (pattern.matches(role)) {
              players.forEach(
                  p ->
                      found.putIfAbsent(
                          p.function() + " as " + role, reaction(index, handler, p, role, null)));
            }
          });
    }
    for (String name : namesOf(handler)) {
      for (Alias alias : aliases.of(name)) {
        functions.stream()
            .filter(f -> f.sourceName().equals(alias.function()))
            .forEach(
                f ->
                    found.putIfAbsent(
                        f.function(), reaction(index, handler, f, null, new Aliased(name, alias))));
      }
    }
    return List.copyOf(found.values());
  }

  private Set<String> namesOf(Handler handler) {
    Set<String> names = new LinkedHashSet<>();
    for (FunctionPattern pattern : handler.functions()) {
      names.add(pattern.name());
      functions.stream().map(Signature::sourceName).filter(pattern::matches).forEach(names::add);
    }
    return names;
  }

  /** An alias, and of what. */
  private record Aliased(String name, Alias alias) {}

  private Reaction reaction(
      int index,
      Handler handler,
      Signature function,
      @Nullable String role,
      @Nullable Aliased aliased) {
    List<Parameter> parameters = new ArrayList<>();
    for (Code.Token dollar : RuleCompiler.dollars(handler)) {
      int k = RuleCompiler.number(dollar.text());
      if (dollar.is("$return")) {
        boolean known = handler.event().hasResult() && function.hasResult();
        Source source = known ? new Source.Result() : new Source.Nothing();
        parameters.add(new Parameter("$return", known ? function.result() : IntType.INT, source));
      } else if (k > 0) {
        parameters.add(parameter(dollar.text(), k, function, aliased));
      }
    }
    return new Reaction(index, handler, function, role, parameters);
  }

  private Parameter parameter(String name, int k, Signature function, @Nullable Aliased aliased) {
    if (aliased == null) {
      return new Parameter(
          name,
          function.parameter(k),
          function.hasParameter(k) ? new Source.Argument(k) : new Source.Nothing());
    }
    if (k <= aliased.alias().arguments().size()) {
      int argument = aliased.alias().arguments().get(k - 1);
      return new Parameter(name, function.parameter(argument), new Source.Argument(argument));
    }
    // The alias has no such argument: the event's own function says of what type the arbitrary
    // value is.
    return functions.stream()
        .filter(f -> f.sourceName().equals(aliased.name()))
        .findFirst()
        .map(f -> new Parameter(name, f.parameter(k), new Source.Nothing()))
        .orElseGet(() -> new Parameter(name, IntType.INT, new Source.Nothing()));
  }
}
