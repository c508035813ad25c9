// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.boolprog.BooleanExpr;
import dev.proviso.abstraction.boolprog.BooleanProcedure;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables that a procedure sees. */
final class Scope {
  private final Map<String, Variable> visible = new HashMap<>();
  private final List<Variable> parameters = new ArrayList<>();
  private final List<Variable> locals = new ArrayList<>();
  private final List<Variable> results = new ArrayList<>();

  Scope(List<String> globals, BooleanProcedure procedure) {
    globals.forEach(g -> visible.put(g, new Variable("", g)));
    procedure.parameters().forEach(p -> parameters.add(own(procedure, p)));
    procedure.locals().forEach(l -> locals.add(own(procedure, l)));
    for (int i = 0; i < procedure.results(); i++) {
      results.add(Variable.result(procedure.name(), i));
    }
  }

  private Variable own(BooleanProcedure procedure, String name) {
    Variable variable = new Variable(procedure.name(), name);
    visible.put(name, variable);
    return variable;
  }

  Variable variable(String name) {
    Variable variable = visible.get(name);
    if (variable == null) {
      throw new IllegalStateException("no variable " + name);
    }
    return variable;
  }

  List<Variable> parameters() {
    return parameters;
  }

  /** Without the parameters. */
  List<Variable> locals() {
    return locals;
  }

  List<Variable> results() {
    return results;
  }

  /** By name; what is dropped stands for itself. */
  List<Variable> variables(List<String> names) {
    return names.stream()
        .map(n -> n.equals(BooleanStatement.DROPPED) ? new Variable("", n) : variable(n))
        .toList();
  }

  /** Those targets that are variables. */
  Set<Variable> targets(List<String> names) {
    Set<Variable> result = new LinkedHashSet<>();
    for (String name : names) {
      if (!name.equals(BooleanStatement.DROPPED)) {
        result.add(variable(name));
      }
    }
    return result;
  }

  /** The variables whose present values conditions read. */
  void reads(List<BooleanExpr> exprs, Collection<Variable> reads) {
    exprs.forEach(e -> reads(e, reads));
  }

  void reads(BooleanExpr expr, Collection<Variable> reads) {
    reads(expr, Set.of(), reads);
  }

  /**
   * @param assigned variables that have another value next
   */
  void reads(BooleanExpr expr, Set<Variable> assigned, Collection<Variable> reads) {
    switch (expr) {
      case BooleanExpr.Constant e -> {}
      case BooleanExpr.Any e -> {}
      case BooleanExpr.Variable e -> reads.add(variable(e.name()));
      case BooleanExpr.Next e -> {
        if (!assigned.contains(variable(e.name()))) {
          reads.add(variable(e.name()));
        }
      }
      case BooleanExpr.Not e -> reads(e.operand(), assigned, reads);
      case BooleanExpr.And e -> reads(e.left(), e.right(), assigned, reads);
      case BooleanExpr.Or e -> reads(e.left(), e.right(), assigned, reads);
      case BooleanExpr.Equal e -> reads(e.left(), e.right(), assigned, reads);
      case BooleanExpr.Choose e -> reads(e.whereTrue(), e.whereFalse(), assigned, reads);
    }
  }

  private void reads(
      BooleanExpr a, BooleanExpr b, Set<Variable> assigned, Collection<Variable> reads) {
    reads(a, assigned, reads);
    reads(b, assigned, reads);
  }
}
