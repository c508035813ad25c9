// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.boolprog.BooleanExpr;
import dev.proviso.abstraction.boolprog.BooleanProcedure;
import dev.proviso.abstraction.boolprog.BooleanProgram;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An order in which variables that have to do with each other stand near each other, by the FORCE
 * heuristic (Aloul, Markov, Sakallah, GLSVLSI 2003): variables that occur together pull each other.
 */
final class VariableOrder {
  /** What holds so many together says nothing about which of them belong together. */
  private static final int LARGE = 8;

  private static final int ROUNDS = 60;
  private static final int PATIENCE = 8;

  private final Effects effects;
  private final Set<Variable> variables = new LinkedHashSet<>();
  private final Clusters clusters = new Clusters();
  private final List<Collection<Variable>> together = new ArrayList<>();
  private final List<int[]> groups = new ArrayList<>();

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
    Map<Variable, Integer> numbers = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      for (Variable v : all.get(i)) {
        numbers.put(v, i);
      }
    }
    for (Collection<Variable> group : together) {
      int[] members = group.stream().mapToInt(v -> numbers.getOrDefault(v, 0)).distinct().toArray();
      if (members.length > 1) {
        groups.add(members);
      }
    }
    double[] chosen = arrange(all.size());
    Integer[] order = new Integer[all.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> chosen[i]));
    List<Variable> result = new ArrayList<>();
    for (int i : order) {
      result.addAll(all.get(i));
    }
    return result;
  }

  /** Positions for so many. */
  private double[] arrange(int count) {
    double[] position = new double[count];
    Arrays.setAll(position, i -> i);
    double[] best = position.clone();
    double smallest = span(position);
    int worse = 0;
    for (int round = 0; round < ROUNDS && worse < PATIENCE; round++) {
      position = pulled(position);
      double span = span(position);
      if (span < smallest) {
        smallest = span;
        best = position.clone();
        worse = 0;
      } else {
        worse++;
      }
    }
    return best;
  }

  /** How far the groups reach, in all. */
  private double span(double[] position) {
    double sum = 0;
    for (int[] group : groups) {
      double least = position[group[0]];
      double most = least;
      for (int v : group) {
        least = Math.min(least, position[v]);
        most = Math.max(most, position[v]);
      }
      sum += most - least;
    }
    return sum;
  }

  /** Each variable at the middle of the middles of its groups, then all in a row again. */
  private double[] pulled(double[] position) {
    double[] sum = new double[position.length];
    int[] count = new int[position.length];
    for (int[] group : groups) {
      double middle = 0;
      for (int v : group) {
        middle += position[v] / group.length;
      }
      for (int v : group) {
        sum[v] += middle;
        count[v]++;
      }
    }
    Integer[] order = new Integer[position.length];
    Arrays.setAll(order, i -> i);
    double[] wanted = new double[position.length];
    Arrays.setAll(wanted, i -> count[i] == 0 ? position[i] : sum[i] / count[i]);
    Arrays.sort(order, Comparator.comparingDouble(i -> wanted[i]));
    double[] result = new double[position.length];
    for (int i = 0; i < order.length; i++) {
      result[order[i]] = i;
    }
    return result;
  }
}
