// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.boolprog.BooleanExpr;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which variables' values matter at each node of a procedure: they are read before they are
 * assigned, and what they are read for matters.
 */
final class Liveness {
  private final Flow flow;
  private final Scope scope;
  private final Effects effects;
  private final Map<Variable, Integer> numbers = new HashMap<>();
  private final List<Variable> variables = new ArrayList<>();
  private final BitSet everywhere;
  private final List<BitSet> live = new ArrayList<>();

  /**
   * @param atExit what matters to callers
   */
  Liveness(Flow flow, Effects effects, Collection<Variable> atExit) {
    this.flow = flow;
    this.effects = effects;
    scope = effects.scope(flow.procedure().name());
    Set<Variable> enforced = new LinkedHashSet<>();
    flow.procedure().enforced().ifPresent(e -> scope.reads(e, enforced));
    everywhere = bits(enforced);
    for (int i = 0; i <= flow.exit(); i++) {
      live.add(new BitSet());
    }
    live.get(flow.exit()).or(bits(atExit));
    solve();
  }

  private BitSet bits(Collection<Variable> some) {
    BitSet result = new BitSet();
    for (Variable variable : some) {
      Integer number = numbers.putIfAbsent(variable, variables.size());
      if (number == null) {
        number = variables.size();
        variables.add(variable);
      }
      result.set(number);
    }
    return result;
  }

  private BitSet read(BooleanExpr... conditions) {
    List<Variable> reads = new ArrayList<>();
    scope.reads(List.of(conditions), reads);
    return bits(reads);
  }

  private BitSet read(List<BooleanExpr> conditions) {
    return read(conditions.toArray(BooleanExpr[]::new));
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
      BitSet before = before(node);
      if (!before.equals(live.get(node))) {
        live.set(node, before);
        for (int predecessor : predecessors.get(node)) {
          if (!waiting[predecessor]) {
            waiting[predecessor] = true;
            work.add(predecessor);
          }
        }
      }
    }
  }

  private BitSet before(int node) {
    BitSet result = (BitSet) everywhere.clone();
    flow.successors(node).forEach(s -> result.or(live.get(s)));
    switch (flow.statement(node)) {
      case BooleanStatement.Skip s -> {}
      case BooleanStatement.Goto s -> {}
      case BooleanStatement.StartThread s -> {}
      case BooleanStatement.Assume s -> result.or(read(s.condition()));
      case BooleanStatement.Assert s -> result.or(read(s.condition()));
      case BooleanStatement.AbortIf s -> result.or(read(s.condition()));
      case BooleanStatement.Return s -> result.or(read(s.values()));
      case BooleanStatement.Assign s -> assign(s, result);
      case BooleanStatement.Call s -> {
        result.andNot(bits(scope.targets(s.targets())));
        result.or(read(s.arguments()));
        result.or(bits(effects.touchedGlobals(s.callee())));
      }
    }
    return result;
  }

  private void assign(BooleanStatement.Assign s, BitSet result) {
    Set<Variable> targets = scope.targets(s.targets());
    List<Variable> needed = new ArrayList<>();
    for (int i = 0; i < s.targets().size(); i++) {
      String name = s.targets().get(i);
      boolean matters =
          s.constraint().isPresent()
              || !name.equals(BooleanStatement.DROPPED)
                  && result.get(numbers.getOrDefault(scope.variable(name), variables.size()));
      if (matters) {
        scope.reads(s.values().get(i), needed);
      }
    }
    // What a constraint says of values after the assignment is of targets, or of what stays.
    s.constraint().ifPresent(c -> scope.reads(c, targets, needed));
    result.andNot(bits(targets));
    result.or(bits(needed));
  }

  boolean isLive(Variable variable, int node) {
    Integer number = numbers.get(variable);
    return number != null && live.get(node).get(number);
  }

  Set<Variable> at(int node) {
    Set<Variable> result = new LinkedHashSet<>();
    live.get(node).stream().forEach(i -> result.add(variables.get(i)));
    return result;
  }

  /** What matters at one node and not at another. */
  Set<Variable> lost(int before, int behind) {
    BitSet difference = (BitSet) live.get(before).clone();
    difference.andNot(live.get(behind));
    Set<Variable> result = new LinkedHashSet<>();
    difference.stream().forEach(i -> result.add(variables.get(i)));
    return result;
  }
}
