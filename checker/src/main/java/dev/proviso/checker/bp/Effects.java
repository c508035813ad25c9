// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.boolprog.BooleanProcedure;
import dev.proviso.abstraction.boolprog.BooleanProgram;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables each procedure touches, itself or by what it calls, and who calls whom. */
final class Effects {
  private final Map<String, Scope> scopes = new LinkedHashMap<>();
  private final Map<String, Set<Variable>> modifies = new LinkedHashMap<>();
  private final Map<String, Set<Variable>> touches = new LinkedHashMap<>();
  private final Map<String, Set<String>> callees = new LinkedHashMap<>();
  private final Map<String, Integer> heights = new LinkedHashMap<>();

  Effects(BooleanProgram program) {
    for (BooleanProcedure p : program.procedures()) {
      scopes.put(p.name(), new Scope(program.globals(), p));
      modifies.put(p.name(), new LinkedHashSet<>());
      touches.put(p.name(), new LinkedHashSet<>());
      callees.put(p.name(), new LinkedHashSet<>());
    }
    program.procedures().forEach(this::own);
    close();
    order(program);
  }

  private void own(BooleanProcedure procedure) {
    Scope scope = scope(procedure.name());
    Set<Variable> writes = modified(procedure.name());
    Set<Variable> reads = touched(procedure.name());
    procedure.enforced().ifPresent(e -> scope.reads(e, reads));
    for (BooleanProcedure.Line line : procedure.body()) {
      switch (line.statement()) {
        case BooleanStatement.Skip s -> {}
        case BooleanStatement.Goto s -> {}
        case BooleanStatement.Assume s -> scope.reads(s.condition(), reads);
        case BooleanStatement.Assert s -> scope.reads(s.condition(), reads);
        case BooleanStatement.AbortIf s -> scope.reads(s.condition(), reads);
        case BooleanStatement.Return s -> scope.reads(s.values(), reads);
        case BooleanStatement.Assign s -> {
          scope.reads(s.values(), reads);
          s.constraint().ifPresent(c -> scope.reads(c, reads));
          writes.addAll(scope.targets(s.targets()));
        }
        case BooleanStatement.Call s -> {
          scope.reads(s.arguments(), reads);
          writes.addAll(scope.targets(s.targets()));
          callees(procedure.name()).add(s.callee());
        }
        case BooleanStatement.StartThread s -> throw new IllegalStateException("a thread");
      }
    }
    reads.addAll(writes);
  }

  private static <T> T known(Map<String, T> map, String procedure) {
    T result = map.get(procedure);
    if (result == null) {
      throw new IllegalStateException("no procedure " + procedure);
    }
    return result;
  }

  /** Globals of callees, until nothing changes. */
  private void close() {
    Map<String, List<String>> callers = new LinkedHashMap<>();
    callees.forEach(
        (caller, all) ->
            all.forEach(c -> callers.computeIfAbsent(c, x -> new ArrayList<>()).add(caller)));
    Deque<String> work = new ArrayDeque<>(callees.keySet());
    Set<String> waiting = new LinkedHashSet<>(work);
    while (!work.isEmpty()) {
      String callee = work.removeLast();
      waiting.remove(callee);
      for (String caller : callers.getOrDefault(callee, List.of())) {
        boolean more = addGlobals(modified(callee), modified(caller));
        more |= addGlobals(touched(callee), touched(caller));
        if (more && waiting.add(caller)) {
          work.add(caller);
        }
      }
    }
  }

  private static boolean addGlobals(Set<Variable> from, Set<Variable> to) {
    boolean more = false;
    for (Variable variable : List.copyOf(from)) {
      more |= variable.isGlobal() && to.add(variable);
    }
    return more;
  }

  /** Numbers procedures so that callees come before callers, recursion aside. */
  private void order(BooleanProgram program) {
    for (BooleanProcedure root : program.procedures()) {
      Deque<String> open = new ArrayDeque<>();
      Set<String> seen = new LinkedHashSet<>();
      open.push(root.name());
      while (!open.isEmpty()) {
        String name = open.element();
        if (heights.containsKey(name)) {
          open.remove();
          continue;
        }
        seen.add(name);
        List<String> waiting =
            callees(name).stream()
                .filter(c -> !heights.containsKey(c) && !seen.contains(c))
                .toList();
        if (waiting.isEmpty()) {
          open.remove();
          heights.put(name, heights.size());
        } else {
          open.push(waiting.getFirst());
        }
      }
    }
  }

  Scope scope(String procedure) {
    return known(scopes, procedure);
  }

  /** The globals that it or what it calls may change, and its own variables that it may change. */
  Set<Variable> modified(String procedure) {
    return known(modifies, procedure);
  }

  /** What it or what it calls reads or changes: globals, and its own variables. */
  Set<Variable> touched(String procedure) {
    return known(touches, procedure);
  }

  /** Of all procedures. */
  Set<Variable> parameters() {
    Set<Variable> result = new LinkedHashSet<>();
    scopes.values().forEach(s -> result.addAll(s.parameters()));
    return result;
  }

  Set<String> callees(String procedure) {
    return known(callees, procedure);
  }

  int height(String procedure) {
    return known(heights, procedure);
  }

  List<Variable> modifiedGlobals(String procedure) {
    return modified(procedure).stream().filter(Variable::isGlobal).toList();
  }

  List<Variable> touchedGlobals(String procedure) {
    return touched(procedure).stream().filter(Variable::isGlobal).toList();
  }
}
