// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;

/** The calls found by walking over all procedures from the entry on. */
final class ReachedCalls implements CallGraph {
  private final Map<String, SequencedSet<String>> callees = new LinkedHashMap<>();
  private final Map<String, SequencedSet<String>> callers = new LinkedHashMap<>();
  private final List<Edge> unresolved = new ArrayList<>();
  private final List<String> bottomUp = new ArrayList<>();
  private final Set<String> recursive = new HashSet<>();

  private ReachedCalls() {}

  static ReachedCalls of(Program program, PointsTo pointsTo) {
    ReachedCalls calls = new ReachedCalls();
    calls.walk(program, pointsTo);
    for (List<String> component : Components.of(calls.callees)) {
      calls.bottomUp.addAll(component);
      if (component.size() > 1
          || calls.callees(component.getFirst()).contains(component.getFirst())) {
        calls.recursive.addAll(component);
      }
    }
    return calls;
  }

  private void walk(Program program, PointsTo pointsTo) {
    Deque<String> work = new ArrayDeque<>();
    Set<String> found = new HashSet<>();
    boolean isClosed = program.procedures().containsKey(program.entry());
    work.addAll(isClosed ? List.of(program.entry()) : program.procedures().keySet());
    found.addAll(work);
    while (!work.isEmpty()) {
      String name = work.poll();
      callees.put(name, new LinkedHashSet<>());
      if (!(program.procedures().get(name) instanceof Procedure procedure)
          || !(procedure.body() instanceof Procedure.Body.Defined body)) {
        continue;
      }
      for (Edge edge : body.cfg().edges()) {
        if (edge.statement() instanceof Statement.Call call) {
          follow(edge, call, name, program, pointsTo);
        }
      }
      callees.get(name).stream().filter(found::add).forEach(work::add);
    }
  }

  private void follow(
      Edge edge, Statement.Call call, String caller, Program program, PointsTo pointsTo) {
    if (pointsTo.unresolved(call.callee())) {
      unresolved.add(edge);
    }
    for (String callee : pointsTo.callees(call.callee())) {
      if (program.procedures().containsKey(callee)
          && Objects.requireNonNull(callees.get(caller)).add(callee)) {
        callers.computeIfAbsent(callee, c -> new LinkedHashSet<>()).add(caller);
      }
    }
  }

  @Override
  public List<String> reachable() {
    return List.copyOf(callees.keySet());
  }

  @Override
  public Set<String> callees(String procedure) {
    return Collections.unmodifiableSet(callees.getOrDefault(procedure, new LinkedHashSet<>()));
  }

  @Override
  public Set<String> callers(String procedure) {
    return Collections.unmodifiableSet(callers.getOrDefault(procedure, new LinkedHashSet<>()));
  }

  @Override
  public boolean isRecursive(String procedure) {
    return recursive.contains(procedure);
  }

  @Override
  public List<String> bottomUp() {
    return Collections.unmodifiableList(bottomUp);
  }

  @Override
  public List<Edge> unresolved() {
    return Collections.unmodifiableList(unresolved);
  }
}
