// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import dev.proviso.checker.report.TraceOutline.Effect;
import dev.proviso.checker.report.TraceOutline.Owner;
import dev.proviso.checker.verdict.Trace;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.specs.weave.WovenProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The values of variables along a trace, and which of their changes a reader wants to see. */
final class Values {
  private final WovenProgram woven;
  private final Enumerators enumerators;
  private final Map<String, String> globals = new HashMap<>();
  private final SequencedMap<String, String> rule = new LinkedHashMap<>();

  Values(WovenProgram woven, Enumerators enumerators) {
    this.woven = woven;
    this.enumerators = enumerators;
    woven.program().globals().forEach(g -> globals.put(g.id(), "0"));
    for (Program.Initialiser initialiser : woven.program().initialisers()) {
      globals.put(initialiser.target().toString(), initialiser.value().toString());
    }
    woven
        .state()
        .forEach(v -> rule.put(v.name(), enumerators.name(v, globals.getOrDefault(v.id(), "0"))));
  }

  /** The rule's variables as they are now. */
  SequencedMap<String, String> ruleState() {
    return new LinkedHashMap<>(rule);
  }

  /** What a call passed to the callee's parameters. */
  List<Effect> arguments(Trace.Step call) {
    List<Effect> arguments = new ArrayList<>();
    for (Trace.Change change : call.changes()) {
      if (change.object() instanceof LValue.Var v && v.variable().kind() == Variable.Kind.FORMAL) {
        arguments.add(new Effect(Owner.PROGRAM, v.variable().name(), null, Numbers.text(change)));
      }
    }
    return arguments;
  }

  /** The changes of a step that are worth telling. */
  List<Effect> after(Trace.Step step, Origin.Kind running) {
    List<Effect> effects = new ArrayList<>();
    if (step.edge().statement() instanceof Statement.Havoc h
        && h.cause() instanceof Statement.Cause.Uninitialised) {
      return effects;
    }
    boolean call = step.edge().statement() instanceof Statement.Call;
    for (Trace.Change change : step.changes()) {
      @Nullable Effect effect = effect(change, running, call);
      if (effect != null && !effect.value().equals(effect.before())) {
        effects.add(effect);
      }
    }
    return effects;
  }

  private @Nullable Effect effect(Trace.Change change, Origin.Kind running, boolean call) {
    LValue object = change.object();
    if (object instanceof LValue.Var v) {
      Variable variable = v.variable();
      if (woven.state().contains(variable)) {
        String value = enumerators.name(variable, change.value());
        return new Effect(Owner.RULE, variable.name(), rule.put(variable.name(), value), value);
      }
      if (variable.equals(woven.watched())) {
        return new Effect(Owner.RULE, "watched object", null, change.value());
      }
      if (variable.isGlobal()) {
        @Nullable String before = globals.put(variable.id(), Numbers.text(change));
        return switch (running) {
          case USER, HEADER ->
              new Effect(Owner.PROGRAM, variable.name(), before, Numbers.text(change));
          case MODEL -> new Effect(Owner.PLATFORM, ofModel(variable), before, Numbers.text(change));
          case HARNESS, RULE -> null;
        };
      }
      boolean parameterOfCallee = call && variable.kind() == Variable.Kind.FORMAL;
      boolean hidden = variable.kind() == Variable.Kind.TEMPORARY || parameterOfCallee;
      return running != Origin.Kind.USER || hidden
          ? null
          : new Effect(Owner.PROGRAM, variable.name(), null, Numbers.text(change));
    }
    return running == Origin.Kind.USER && !mentionsTemporary(object)
        ? new Effect(Owner.PROGRAM, SourceNames.of(object), null, Numbers.text(change))
        : null;
  }

  /** Our models' variables carry our name, to stay clear of the program's. */
  private static String ofModel(Variable variable) {
    return variable.name().replaceFirst("^proviso_", "");
  }

  private static boolean mentionsTemporary(LValue object) {
    return object.variables().stream().anyMatch(v -> v.kind() == Variable.Kind.TEMPORARY);
  }
}
