// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.boolprog.BooleanExpr;
import dev.proviso.abstraction.boolprog.BooleanProcedure;
import dev.proviso.abstraction.boolprog.BooleanProgram;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a boolean program can do, state by state: each activation's states by the values at its
 * entry, each choice by trying both. Shares nothing with the engine but the program.
 */
final class Enumeration {
  /** Where execution is: in which activation, at which line, with which values. */
  private record Point(Entry entry, int line, Map<String, Boolean> values) {}

  /** An activation: its procedure, and the values of parameters and globals. */
  private record Entry(String procedure, Map<String, Boolean> given) {}

  /** How an activation ends: the globals, then the results. */
  private record End(Map<String, Boolean> globals, List<Boolean> results) {}

  private record Waiting(Point point, BooleanStatement.Call call) {}

  private final BooleanProgram program;
  private final Map<String, BooleanProcedure> procedures = new HashMap<>();
  private final Set<Point> seen = new HashSet<>();
  private final Deque<Point> work = new ArrayDeque<>();
  private final Map<Entry, Set<End>> ends = new HashMap<>();
  private final Map<Entry, List<Waiting>> waiting = new HashMap<>();
  private boolean assertionFails;
  private boolean aborts;
  private final Set<String> labels = new HashSet<>();

  Enumeration(BooleanProgram program) {
    this.program = program;
    program.procedures().forEach(p -> procedures.put(p.name(), p));
    BooleanProcedure main = procedures.get("main");
    List<String> given = new ArrayList<>(program.globals());
    given.addAll(main.parameters());
    valuations(given).forEach(v -> enter(new Entry("main", v)));
    while (!work.isEmpty()) {
      step(work.remove());
    }
  }

  boolean assertionFails() {
    return assertionFails;
  }

  boolean aborts() {
    return aborts;
  }

  boolean reaches(String label) {
    return labels.contains(label);
  }

  private static List<Map<String, Boolean>> valuations(List<String> names) {
    List<Map<String, Boolean>> result = new ArrayList<>();
    for (int bits = 0; bits < 1 << names.size(); bits++) {
      Map<String, Boolean> values = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        values.put(names.get(i), (bits >> i & 1) == 1);
      }
      result.add(values);
    }
    return result;
  }

  private void enter(Entry entry) {
    if (ends.putIfAbsent(entry, new LinkedHashSet<>()) == null) {
      for (Map<String, Boolean> locals : valuations(procedures.get(entry.procedure()).locals())) {
        Map<String, Boolean> values = new HashMap<>(entry.given());
        values.putAll(locals);
        arrive(entry, 0, values);
      }
    }
  }

  private void arrive(Entry entry, int line, Map<String, Boolean> values) {
    BooleanProcedure procedure = procedures.get(entry.procedure());
    boolean allowed = procedure.enforced().isEmpty();
    if (!allowed) {
      BooleanExpr enforced = procedure.enforced().get();
      allowed = possible(enforced, values, values).contains(true);
    }
    Point point = new Point(entry, line, values);
    if (allowed && seen.add(point)) {
      work.add(point);
    }
  }

  private void step(Point p) {
    BooleanProcedure procedure = procedures.get(p.entry().procedure());
    if (p.line() == procedure.body().size()) {
      for (Map<String, Boolean> results : valuations(resultNames(procedure))) {
        end(p, resultNames(procedure).stream().map(results::get).toList());
      }
      return;
    }
    procedure.body().get(p.line()).label().ifPresent(labels::add);
    switch (procedure.body().get(p.line()).statement()) {
      case BooleanStatement.Skip s -> arrive(p.entry(), p.line() + 1, p.values());
      case BooleanStatement.Assume s -> go(p, s.condition(), true);
      case BooleanStatement.Assert s -> {
        assertionFails |= possible(s.condition(), p.values(), p.values()).contains(false);
        go(p, s.condition(), true);
      }
      case BooleanStatement.AbortIf s -> {
        aborts |= possible(s.condition(), p.values(), p.values()).contains(true);
        go(p, s.condition(), false);
      }
      case BooleanStatement.Goto s ->
          s.labels().forEach(l -> arrive(p.entry(), line(procedure, l), p.values()));
      case BooleanStatement.Assign s -> assign(p, s);
      case BooleanStatement.Return s ->
          combinations(s.values(), p.values()).forEach(values -> end(p, values));
      case BooleanStatement.Call s -> call(p, s);
      case BooleanStatement.StartThread s -> throw new AssertionError("no threads");
    }
  }

  private static List<String> resultNames(BooleanProcedure procedure) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < procedure.results(); i++) {
      names.add(String.valueOf(i));
    }
    return names;
  }

  private static int line(BooleanProcedure procedure, String label) {
    for (int i = 0; i < procedure.body().size(); i++) {
      if (procedure.body().get(i).label().filter(label::equals).isPresent()) {
        return i;
      }
    }
    throw new AssertionError(label);
  }

  private void go(Point p, BooleanExpr condition, boolean value) {
    if (possible(condition, p.values(), p.values()).contains(value)) {
      arrive(p.entry(), p.line() + 1, p.values());
    }
  }

  private void assign(Point p, BooleanStatement.Assign s) {
    for (List<Boolean> values : combinations(s.values(), p.values())) {
      Map<String, Boolean> next = new HashMap<>(p.values());
      for (int i = 0; i < values.size(); i++) {
        if (!s.targets().get(i).equals(BooleanStatement.DROPPED)) {
          next.put(s.targets().get(i), values.get(i));
        }
      }
      if (s.constraint().isEmpty()
          || possible(s.constraint().get(), p.values(), next).contains(true)) {
        arrive(p.entry(), p.line() + 1, next);
      }
    }
  }

  private void call(Point p, BooleanStatement.Call s) {
    BooleanProcedure callee = procedures.get(s.callee());
    for (List<Boolean> arguments : combinations(s.arguments(), p.values())) {
      Map<String, Boolean> given = new HashMap<>();
      program.globals().forEach(g -> given.put(g, p.values().get(g)));
      for (int i = 0; i < arguments.size(); i++) {
        given.put(callee.parameters().get(i), arguments.get(i));
      }
      Entry entry = new Entry(s.callee(), given);
      waiting.computeIfAbsent(entry, e -> new ArrayList<>()).add(new Waiting(p, s));
      enter(entry);
      List.copyOf(ends.get(entry)).forEach(e -> leave(p, s, e));
    }
  }

  private void end(Point p, List<Boolean> results) {
    Map<String, Boolean> globals = new HashMap<>();
    program.globals().forEach(g -> globals.put(g, p.values().get(g)));
    End end = new End(globals, results);
    BooleanProcedure procedure = procedures.get(p.entry().procedure());
    boolean allowed =
        procedure.enforced().isEmpty()
            || possible(procedure.enforced().get(), p.values(), p.values()).contains(true);
    if (allowed && ends.get(p.entry()).add(end)) {
      List.copyOf(waiting.getOrDefault(p.entry(), List.of()))
          .forEach(w -> leave(w.point(), w.call(), end));
    }
  }

  private void leave(Point p, BooleanStatement.Call s, End end) {
    Map<String, Boolean> values = new HashMap<>(p.values());
    values.putAll(end.globals());
    for (int i = 0; i < s.targets().size(); i++) {
      if (!s.targets().get(i).equals(BooleanStatement.DROPPED)) {
        values.put(s.targets().get(i), end.results().get(i));
      }
    }
    arrive(p.entry(), p.line() + 1, values);
  }

  private static List<List<Boolean>> combinations(
      List<BooleanExpr> exprs, Map<String, Boolean> values) {
    List<List<Boolean>> result = List.of(List.of());
    for (BooleanExpr expr : exprs) {
      List<List<Boolean>> longer = new ArrayList<>();
      for (List<Boolean> start : result) {
        for (boolean value : possible(expr, values, values)) {
          List<Boolean> more = new ArrayList<>(start);
          more.add(value);
          longer.add(more);
        }
      }
      result = longer;
    }
    return result;
  }

  /** All values that some choices give. */
  private static Set<Boolean> possible(
      BooleanExpr expr, Map<String, Boolean> now, Map<String, Boolean> next) {
    Set<Boolean> result = new LinkedHashSet<>();
    Deque<List<Boolean>> tries = new ArrayDeque<>(List.of(List.of()));
    while (!tries.isEmpty()) {
      List<Boolean> choices = tries.remove();
      Evaluator evaluator = new Evaluator(now, next, choices);
      boolean value = evaluator.value(expr);
      if (evaluator.used > choices.size()) {
        for (boolean choice : new boolean[] {false, true}) {
          List<Boolean> more = new ArrayList<>(choices);
          more.add(choice);
          tries.add(more);
        }
      } else {
        result.add(value);
      }
    }
    return result;
  }

  /** Evaluates everything, with given choices; false where there are too few. */
  private static final class Evaluator {
    private final Map<String, Boolean> now;
    private final Map<String, Boolean> next;
    private final List<Boolean> choices;
    private int used;

    Evaluator(Map<String, Boolean> now, Map<String, Boolean> next, List<Boolean> choices) {
      this.now = now;
      this.next = next;
      this.choices = choices;
    }

    private boolean choice() {
      int number = used++;
      return number < choices.size() && choices.get(number);
    }

    boolean value(BooleanExpr expr) {
      return switch (expr) {
        case BooleanExpr.Constant e -> e.value();
        case BooleanExpr.Any e -> choice();
        case BooleanExpr.Variable e -> now.get(e.name());
        case BooleanExpr.Next e -> next.get(e.name());
        case BooleanExpr.Not e -> !value(e.operand());
        case BooleanExpr.And e -> value(e.left()) & value(e.right());
        case BooleanExpr.Or e -> value(e.left()) | value(e.right());
        case BooleanExpr.Equal e -> value(e.left()) == value(e.right());
        case BooleanExpr.Choose e -> {
          boolean yes = value(e.whereTrue());
          boolean no = value(e.whereFalse());
          yield yes || !no && choice();
        }
      };
    }
  }
}
