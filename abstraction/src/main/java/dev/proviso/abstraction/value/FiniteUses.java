// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.block.Step;
import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Operands;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which tracked variables a step reads, and which it sets for certain. */
final class FiniteUses {
  private final FiniteContext context;
  private final Predicate<FiniteVariable> isTracked;

  FiniteUses(FiniteContext context, Predicate<FiniteVariable> isTracked) {
    this.context = context;
    this.isTracked = isTracked;
  }

  Set<FiniteVariable> read(Step step) {
    Set<FiniteVariable> result = new LinkedHashSet<>();
    step.condition().ifPresent(c -> reads(c, result));
    updates(step).forEach(u -> reads(u, result));
    switch (step) {
      case Step.Execute s -> {
        switch (s.edge().statement()) {
          case Statement.Assign a -> reads(a.value(), result);
          case Statement.Return a -> {
            if (a.value() != null) {
              reads(a.value(), result);
            }
          }
          default -> {}
        }
      }
      case Step.Enter s -> call(s).arguments().forEach(a -> reads(a, result));
      case Step.Leave s -> result(s).forEach(v -> parts(v, result));
      case Step.Dispatch s -> {}
      case Step.Pass s -> {}
    }
    return result;
  }

  Set<FiniteVariable> set(Step step) {
    Set<FiniteVariable> result = new LinkedHashSet<>();
    updates(step).forEach(u -> sets(u, result));
    switch (step) {
      case Step.Execute s -> {
        switch (s.edge().statement()) {
          case Statement.Assign a -> sets(a.target(), result);
          case Statement.Havoc a -> sets(a.target(), result);
          case Statement.Allocate a -> sets(a.target(), result);
          case Statement.Return a -> result(s).forEach(v -> parts(v, result));
          default -> {}
        }
      }
      case Step.Enter s -> callee(s.callee().procedure()).formals().forEach(v -> parts(v, result));
      case Step.Leave s -> {
        LValue target = call(s).result();
        if (target != null) {
          sets(target, result);
        }
      }
      case Step.Dispatch s -> {}
      case Step.Pass s -> {}
    }
    return result;
  }

  /** What a step does to memory. */
  private List<Update> updates(Step step) {
    return switch (step) {
      case Step.Execute s when s.edge().statement() instanceof Statement.Return r ->
          result(s).stream()
              .flatMap(v -> context.stores().assign(LValue.Var.of(v), r.value()).stream())
              .toList();
      case Step.Execute s -> context.stores().of(s.edge().statement());
      case Step.Enter s -> {
        List<Update> result = new ArrayList<>();
        List<Variable> formals = callee(s.callee().procedure()).formals();
        for (int i = 0; i < formals.size(); i++) {
          LValue formal = LValue.Var.of(formals.get(i));
          result.addAll(context.stores().assign(formal, Arguments.passed(call(s), i, formal)));
        }
        yield result;
      }
      case Step.Leave s -> {
        LValue target = call(s).result();
        yield target == null
            ? List.of()
            : context.stores().assign(target, context.returned(s.callee().procedure(), target));
      }
      case Step.Dispatch s -> List.of();
      case Step.Pass s -> List.of();
    };
  }

  /** Which variables the value is computed from that an update gives. */
  Set<FiniteVariable> valueOf(Update update) {
    Set<FiniteVariable> result = new LinkedHashSet<>();
    switch (update) {
      case Update.Gets u -> reads(u.value(), result);
      case Update.MayGet u -> reads(u.value(), result);
      case Update.Loses u -> {}
    }
    return result;
  }

  private void reads(Update update, Set<FiniteVariable> result) {
    result.addAll(valueOf(update));
    if (update instanceof Update.MayGet u) {
      add(u.variable(), result);
    }
  }

  private void sets(Update update, Set<FiniteVariable> result) {
    switch (update) {
      case Update.Gets u -> add(u.variable(), result);
      case Update.MayGet u -> {}
      case Update.Loses u -> add(u.variable(), result);
    }
  }

  private static Statement.Call call(Step step) {
    return (Statement.Call) step.edge().statement();
  }

  private Procedure callee(String name) {
    return context.procedure(name);
  }

  /** The variable that keeps what the procedure that a step belongs to, or leaves, returns. */
  private List<Variable> result(Step step) {
    String procedure =
        step instanceof Step.Leave s ? s.callee().procedure() : step.frame().procedure();
    @Nullable Variable result = context.results().resultIfAny(procedure);
    return result == null ? List.of() : List.of(result);
  }

  private void reads(Expr value, Set<FiniteVariable> result) {
    new Operands(e -> {}, place -> places(place, result)).visit(value);
  }

  /** What is read where an object is: it, or all its parts. */
  private void places(LValue place, Set<FiniteVariable> result) {
    FiniteVariable variable = context.classes().at(place);
    if (variable != null) {
      add(variable, result);
    } else if (!place.type().isScalar()) {
      sets(place, result);
    }
  }

  private void sets(LValue target, Set<FiniteVariable> result) {
    Variable root = FinitePlaces.root(target);
    if (root != null) {
      for (FiniteVariable part : context.classes().partsOf(root)) {
        if (part.place().moved(target, target) != null) {
          add(part, result);
        }
      }
    }
  }

  private void parts(Variable variable, Set<FiniteVariable> result) {
    context.classes().partsOf(variable).forEach(v -> add(v, result));
  }

  private void add(FiniteVariable variable, Set<FiniteVariable> result) {
    if (isTracked.test(variable)) {
      result.add(variable);
    }
  }
}
