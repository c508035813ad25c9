// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.specs.slic.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weaves one rule into a closed program. */
public final class Weaver {
  private final Surroundings surroundings;

  public Weaver(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * @param program driver, models and harness, linked
   * @throws InputException where the rule's C has errors
   */
  public WovenProgram weave(Rule rule, Program program) throws InputException {
    Roles roles = new Roles(program, surroundings);
    List<Reaction> reactions = reactions(rule, program, roles);
    RuleUnit unit =
        RuleCompiler.compile(
            rule,
            reactions,
            surroundings.headers(),
            LoweredRule.watchedType(rule, Signatures.of(program)));
    Program lowered = RuleReader.read(unit, rule.file(), surroundings, program.target());
    Program linked = Frontend.link(List.of(program, lowered));
    Program woven = insert(linked, reactions, roles);
    List<Variable> state = LoweredRule.state(rule, woven);
    @Nullable Variable watched =
        rule.isWatching() ? LoweredRule.global(woven, RuleUnit.WATCHED, rule).orElse(null) : null;
    Program started =
        watched == null
            ? woven
            : Start.withArbitrary(watched, rule.watches().getFirst().value().range(), woven);
    Set<String> own = ownProcedures(woven, rule);
    Set<String> handlers =
        new LinkedHashSet<>(reactions.stream().map(Reaction::procedure).toList());
    own.removeAll(handlers);
    handlers.retainAll(Reachable.in(started));
    own.addAll(handlers);
    return new WovenProgram(
        rule.name(),
        started,
        state,
        watched,
        ApplicabilityBuilder.build(woven, handlers, own, state),
        Seeds.in(woven, own, state),
        surroundings.assumptions());
  }

  private List<Reaction> reactions(Rule rule, Program program, Roles roles) {
    List<Signature> signatures = Signatures.of(program);
    Map<String, List<Signature>> players = new LinkedHashMap<>();
    roles
        .players()
        .forEach(
            (r, names) ->
                players.put(
                    r, signatures.stream().filter(s -> names.contains(s.function())).toList()));
    return new ReactionFinder(rule, surroundings.aliases(), signatures, players).find();
  }

  private static Program insert(Program program, List<Reaction> reactions, Roles roles) {
    Planner planner = new Planner(program, new Reactions(reactions), roles);
    SequencedMap<String, Procedure> procedures = new LinkedHashMap<>();
    for (Procedure procedure : program.procedures().values()) {
      procedures.put(procedure.name(), insert(program, planner, procedure));
    }
    return withProcedures(program, procedures, program.entry());
  }

  private static Procedure insert(Program program, Planner planner, Procedure procedure) {
    if (!(procedure.body() instanceof Procedure.Body.Defined body)
        || procedure.origin().kind() == Origin.Kind.RULE) {
      return procedure;
    }
    Procedure result = calls(program, planner, procedure, body.cfg());
    List<Reaction> onEntry = planner.onEntry(procedure);
    List<Reaction> onExit = planner.onExit(procedure);
    if (onEntry.isEmpty() && onExit.isEmpty()) {
      return result;
    }
    Cfg cfg = ((Procedure.Body.Defined) result.body()).cfg();
    return new BodyWeaver(new CfgEditor(result, cfg), new Handlers(program), onEntry, onExit)
        .weave();
  }

  private static Procedure calls(Program program, Planner planner, Procedure procedure, Cfg cfg) {
    CallWeaver weaver = new CallWeaver(program, planner, new CfgEditor(procedure, cfg));
    weaver.weave();
    return weaver.finish();
  }

  static Program withProcedures(
      Program program, SequencedMap<String, Procedure> procedures, String entry) {
    return new Program(
        program.target(),
        program.globals(),
        program.initialisers(),
        procedures,
        entry,
        program.messages());
  }

  private static Set<String> ownProcedures(Program program, Rule rule) {
    List<String> names = new ArrayList<>();
    for (Procedure procedure : program.procedures().values()) {
      if (procedure.origin().kind() == Origin.Kind.RULE
          && procedure.origin().range().file().equals(rule.file())) {
        names.add(procedure.name());
      }
    }
    return new LinkedHashSet<>(names);
  }
}
