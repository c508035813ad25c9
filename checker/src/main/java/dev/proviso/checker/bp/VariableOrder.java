// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.bdd.Force;
import dev.proviso.abstraction.boolprog.BooleanExpr;
import dev.proviso.abstraction.boolprog.BooleanProcedure;
import dev.proviso.abstraction.boolprog.BooleanProgram;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An order in which variables that occur together stand near each other. */
final class VariableOrder {
  /** What holds so many together says nothing about which of them belong together. */
  private static final int LARGE = 8;

  private final Effects effects;
  private final Set<Variable> variables = new LinkedHashSet<>();
  private final Clusters clusters = new Clusters();
  private final List<Collection<Variable>> together = new ArrayList<>();

  private VariableOrder(Effects effects) {
    this.effects = effects;
  }

  static List<Variable> of(BooleanProgram program, Effects effects) {
    VariableOrder order = new VariableOrder(effects);
    order.collect(program);
    return order.arrange();
  }

  private void collect(BooleanProgram program) {
    program.globals().forEach(g -> variables.add(new Variable("", g)));
    for (BooleanProcedure procedure : program.procedures()) {
      Scope scope = effects.scope(procedure.name());
      variables.addAll(scope.parameters());
      variables.addAll(scope.locals());
      variables.addAll(scope.results());
    }
    program.procedures().forEach(this::procedure);
  }

  private void together(Collection<Variable> group) {
    if (group.size() > 1 && group.size() <= LARGE) {
      together.add(List.copyOf(group));
    }
  }

  private void procedure(BooleanProcedure procedure) {
    Scope scope = effects.scope(procedure.name());
    procedure.enforced().ifPresent(e -> condition(e, scope));
    Set<Variable> before = Set.of();
    for (BooleanProcedure.Line line : procedure.body()) {
      Set<Variable> mentioned = statement(line.statement(), scope);
      if (!mentioned.isEmpty()) {
        // A condition and what is done where it holds.
        Set<Variable> both = new LinkedHashSet<>(before);
        both.addAll(mentioned);
        together(both);
        before = mentioned;
      }
    }
  }

  private Set<Variable> condition(BooleanExpr expr, Scope scope) {
    Set<Variable> result = new LinkedHashSet<>();
    scope.reads(expr, result);
    together(result);
    parts(expr, scope);
    return result;
  }

  /** Of a large condition, the parts. */
  private void parts(BooleanExpr expr, Scope scope) {
    switch (expr) {
      case BooleanExpr.Not e -> parts(e.operand(), scope);
      case BooleanExpr.And e -> parts(e.left(), e.right(), scope);
      case BooleanExpr.Or e -> parts(e.left(), e.right(), scope);
      case BooleanExpr.Equal e -> parts(e.left(), e.right(), scope);
      case BooleanExpr.Choose e -> parts(e.whereTrue(), e.whereFalse(), scope);
      case BooleanExpr.Constant e -> {}
      case BooleanExpr.Any e -> {}
      case BooleanExpr.Variable e -> {}
      case BooleanExpr.Next e -> {}
    }
  }

  private void parts(BooleanExpr a, BooleanExpr b, Scope scope) {
    for (BooleanExpr part : List.of(a, b)) {
      if (!(part instanceof BooleanExpr.Variable)) {
        Set<Variable> reads = new LinkedHashSet<>();
        scope.reads(part, reads);
        together(reads);
        parts(part, scope);
      }
    }
  }

  private Set<Variable> statement(BooleanStatement statement, Scope scope) {
    Set<Variable> all = new LinkedHashSet<>();
    switch (statement) {
      case BooleanStatement.Skip s -> {}
      case BooleanStatement.Goto s -> {}
      case BooleanStatement.StartThread s -> {}
      case BooleanStatement.Assume s -> all.addAll(condition(s.condition(), scope));
      case BooleanStatement.Assert s -> all.addAll(condition(s.condition(), scope));
      case BooleanStatement.AbortIf s -> all.addAll(condition(s.condition(), scope));
      case BooleanStatement.Return s -> flows(scope.results(), s.values(), scope, all);
      case BooleanStatement.Assign s -> {
        flows(scope.variables(s.targets()), s.values(), scope, all);
        s.constraint().ifPresent(c -> all.addAll(condition(c, scope)));
      }
      case BooleanStatement.Call s -> {
        Scope callee = effects.scope(s.callee());
        flows(callee.parameters(), s.arguments(), scope, all);
        for (int i = 0; i < s.targets().size(); i++) {
          if (!s.targets().get(i).equals(BooleanStatement.DROPPED)) {
            clusters.join(scope.variable(s.targets().get(i)), callee.results().get(i));
          }
        }
      }
    }
    return all;
  }

  private void flows(
      List<Variable> targets, List<BooleanExpr> values, Scope scope, Set<Variable> all) {
    for (int i = 0; i < targets.size(); i++) {
      BooleanExpr value = values.get(i);
      Set<Variable> one = new LinkedHashSet<>(condition(value, scope));
      if (!targets.get(i).name().equals(BooleanStatement.DROPPED)) {
        BooleanExpr inner = value instanceof BooleanExpr.Not not ? not.operand() : value;
        if (inner instanceof BooleanExpr.Variable source) {
          clusters.join(targets.get(i), scope.variable(source.name()));
        }
        one.add(targets.get(i));
      }
      together(one);
      all.addAll(one);
    }
  }

  private List<Variable> arrange() {
    List<List<Variable>> all = clusters.of(variables);
    Map<Variable, List<Variable>> clusterOf = new HashMap<>();
    all.forEach(cluster -> cluster.forEach(v -> clusterOf.put(v, cluster)));
    List<Set<List<Variable>>> groups = new ArrayList<>();
    for (Collection<Variable> group : together) {
      Set<List<Variable>> members = new LinkedHashSet<>();
      for (Variable v : group) {
        members.add(clusterOf.getOrDefault(v, all.getFirst()));
      }
      groups.add(members);
    }
    return Force.order(all, groups).stream().flatMap(List::stream).toList();
  }
}
