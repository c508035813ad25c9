// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.boolprog.BooleanStatement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which variables' values matter at each node of a procedure: they are read before they are
 * assigned, and what they are read for matters.
 */
final class Liveness {
  private final Flow flow;
  private final Scope scope;
  private final Effects effects;
  private final Set<Variable> everywhere = new HashSet<>();
  private final List<Set<Variable>> live = new ArrayList<>();

  /**
   * @param atExit what matters to callers
   */
  Liveness(Flow flow, Effects effects, Collection<Variable> atExit) {
    this.flow = flow;
    this.effects = effects;
    scope = effects.scope(flow.procedure().name());
    flow.procedure().enforced().ifPresent(e -> scope.reads(e, everywhere));
    for (int i = 0; i <= flow.exit(); i++) {
      live.add(new HashSet<>());
    }
    live.get(flow.exit()).addAll(atExit);
    solve();
  }

  private void solve() {
    List<List<Integer>> predecessors = new ArrayList<>();
    for (int i = 0; i <= flow.exit(); i++) {
      predecessors.add(new ArrayList<>());
    }
    Deque<Integer> work = new ArrayDeque<>();
    boolean[] waiting = new boolean[flow.exit() + 1];
    for (int i = 0; i < flow.exit(); i++) {
      for (int successor : flow.successors(i)) {
        predecessors.get(successor).add(i);
      }
      work.addFirst(i);
      waiting[i] = true;
    }
    while (!work.isEmpty()) {
      int node = work.remove();
      waiting[node] = false;
      if (live.get(node).addAll(before(node))) {
        for (int predecessor : predecessors.get(node)) {
          if (!waiting[predecessor]) {
            waiting[predecessor] = true;
            work.add(predecessor);
          }
        }
      }
    }
  }

  private Set<Variable> before(int node) {
    Set<Variable> result = new HashSet<>(everywhere);
    flow.successors(node).forEach(s -> result.addAll(live.get(s)));
    switch (flow.statement(node)) {
      case BooleanStatement.Skip s -> {}
      case BooleanStatement.Goto s -> {}
      case BooleanStatement.StartThread s -> {}
      case BooleanStatement.Assume s -> scope.reads(s.condition(), result);
      case BooleanStatement.Assert s -> scope.reads(s.condition(), result);
      case BooleanStatement.AbortIf s -> scope.reads(s.condition(), result);
      case BooleanStatement.Return s -> scope.reads(s.values(), result);
      case BooleanStatement.Assign s -> assign(s, result);
      case BooleanStatement.Call s -> {
        result.removeAll(scope.targets(s.targets()));
        scope.reads(s.arguments(), result);
        result.addAll(effects.touchedGlobals(s.callee()));
      }
    }
    return result;
  }

  private void assign(BooleanStatement.Assign s, Set<Variable> result) {
    Set<Variable> needed = new HashSet<>();
    for (int i = 0; i < s.targets().size(); i++) {
      String name = s.targets().get(i);
      boolean matters =
          s.constraint().isPresent()
              || !name.equals(BooleanStatement.DROPPED) && result.contains(scope.variable(name));
      if (matters) {
        scope.reads(s.values().get(i), needed);
      }
    }
    Set<Variable> targets = scope.targets(s.targets());
    s.constraint().ifPresent(c -> scope.reads(c, targets, needed));
    result.removeAll(targets);
    result.addAll(needed);
  }

  Set<Variable> at(int node) {
    return live.get(node);
  }
}
