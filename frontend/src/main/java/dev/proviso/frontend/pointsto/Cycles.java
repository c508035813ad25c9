// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.Value.Move;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Finds the cycles of values on which pointers move: Tarjan's algorithm (SIAM J. Comput. 1972),
 * without recursion.
 */
final class Cycles {
  private static final int DONE = Integer.MAX_VALUE;

  private final Memory memory;
  private final Deque<Value> path = new ArrayDeque<>();
  private final Map<Value, Integer> marks = new IdentityHashMap<>();
  private final List<List<Value>> same = new ArrayList<>();
  private int next = 1;

  private record Visit(Value value, Iterator<Value> successors) {}

  Cycles(Memory memory) {
    this.memory = memory;
  }

  void search(List<Value> from) {
    for (Value start : from) {
      if (!marks.containsKey(start.root())) {
        visit(start.root());
      }
    }
    for (List<Value> component : same) {
      component.forEach(v -> memory.merge(component.getFirst(), v));
    }
  }

  private void visit(Value start) {
    Deque<Visit> visits = new ArrayDeque<>();
    visits.push(enter(start));
    while (!visits.isEmpty()) {
      Visit visit = visits.peek();
      if (visit.successors().hasNext()) {
        Value to = visit.successors().next().root();
        Integer known = marks.get(to);
        if (known == null) {
          visits.push(enter(to));
        } else if (known != DONE) {
          visit.value().low = Math.min(visit.value().low, known);
        }
      } else {
        visits.pop();
        Value value = visit.value();
        if (!visits.isEmpty()) {
          Value caller = visits.peek().value();
          caller.low = Math.min(caller.low, value.low);
        }
        if (value.low == value.mark) {
          close(value);
        }
      }
    }
  }

  private Visit enter(Value value) {
    value.tidy(memory.reshapes());
    value.mark = next;
    value.low = next;
    marks.put(value, next++);
    path.push(value);
    List<Value> successors = new ArrayList<>(value.copies);
    value.moves.forEach(m -> successors.add(m.to));
    return new Visit(value, successors.iterator());
  }

  private void close(Value first) {
    List<Value> component = new ArrayList<>();
    Value member;
    do {
      member = path.pop();
      marks.put(member, DONE);
      member.component = first.mark;
      component.add(member);
    } while (member != first);
    if (component.stream()
        .anyMatch(v -> v.moves.stream().anyMatch(m -> isInside(m.to, first.mark)))) {
      measure(component, first.mark);
    }
    if (component.size() > 1
        && component.stream()
            .allMatch(
                v -> v.moves.stream().allMatch(m -> m.shift == 0 || !isInside(m.to, first.mark)))) {
      same.add(component);
    }
  }

  private boolean isInside(Value value, int component) {
    Value v = value.root();
    return v.component == component && marks.getOrDefault(v, 0) == DONE;
  }

  // The greatest common divisor of the lengths of all cycles.
  private void measure(List<Value> component, int mark) {
    Map<Value, Long> potentials = new IdentityHashMap<>();
    Deque<Value> work = new ArrayDeque<>();
    Value start = component.getFirst();
    potentials.put(start, 0L);
    work.add(start);
    long step = 0;
    while (!work.isEmpty()) {
      Value value = work.poll();
      long potential = potentials.getOrDefault(value, 0L);
      List<Move> edges = new ArrayList<>(value.moves);
      value.copies.forEach(c -> edges.add(new Move(c, 0, 0, 0)));
      for (Move edge : edges) {
        Value to = edge.to.root();
        if (isInside(to, mark)) {
          Long known = potentials.get(to);
          if (known == null) {
            potentials.put(to, potential + edge.shift);
            work.add(to);
          } else {
            step = Stride.gcd(step, known - potential - edge.shift);
          }
          step = Stride.gcd(step, edge.step);
        }
      }
    }
    if (step > 0) {
      stepBy(component, mark, step);
    }
  }

  private void stepBy(List<Value> component, int mark, long step) {
    for (Value value : component) {
      for (Move move : value.moves) {
        if (isInside(move.to, mark) && move.shift % step == 0) {
          move.shift = 0;
        } else if (isInside(move.to, mark)) {
          memory.hurry();
        }
      }
      memory.stepBy(value, step);
    }
  }
}
