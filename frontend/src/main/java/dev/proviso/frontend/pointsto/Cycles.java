// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Finds the cycles of values on which pointers move. */
final class Cycles {
  private final Inclusions inclusions;
  private final Arithmetic arithmetic;
  private final int search;
  private final List<List<Value>> same = new ArrayList<>();

  private record Step(Value to, long shift, long step) {}

  Cycles(Inclusions inclusions, Arithmetic arithmetic) {
    this.inclusions = inclusions;
    this.arithmetic = arithmetic;
    this.search = inclusions.nextSearch();
  }

  void search(List<Value> from) {
    ValueComponents components = new ValueComponents(search, this::successors, this::found);
    from.forEach(components::from);
    for (List<Value> component : same) {
      component.forEach(v -> inclusions.merge(component.getFirst(), v));
    }
  }

  private Iterator<Value> successors(Value value) {
    inclusions.tidy(value);
    List<Move> moves = value.moves();
    if (moves.isEmpty()) {
      return value.copies.iterator();
    }
    List<Value> successors = new ArrayList<>(value.copies);
    moves.forEach(m -> successors.add(m.to));
    return successors.iterator();
  }

  private void found(List<Value> component) {
    if (component.stream().anyMatch(v -> v.moves().stream().anyMatch(m -> isInside(m.to, v)))) {
      measure(component);
    }
    if (component.size() > 1
        && component.stream()
            .allMatch(v -> v.moves().stream().allMatch(m -> m.shift == 0 || !isInside(m.to, v)))) {
      same.add(component);
    }
  }

  private boolean isInside(Value value, Value member) {
    Value v = value.root();
    return v.search == search && !v.isOnPath && v.component == member.component;
  }

  // The greatest common divisor of the lengths of all cycles.
  private void measure(List<Value> component) {
    Map<Value, Long> potentials = new IdentityHashMap<>();
    Deque<Value> work = new ArrayDeque<>();
    Value start = component.getFirst();
    potentials.put(start, 0L);
    work.add(start);
    long step = 0;
    while (!work.isEmpty()) {
      Value value = work.poll();
      long potential = potentials.getOrDefault(value, 0L);
      List<Step> steps = new ArrayList<>();
      value.copies.forEach(c -> steps.add(new Step(c.root(), 0, 0)));
      value.moves().forEach(m -> steps.add(new Step(m.to.root(), m.shift, m.step)));
      for (Step edge : steps) {
        if (isInside(edge.to(), start)) {
          Long known = potentials.get(edge.to());
          if (known == null) {
            potentials.put(edge.to(), potential + edge.shift());
            work.add(edge.to());
          } else {
            step = Stride.gcd(step, known - potential - edge.shift());
          }
          step = Stride.gcd(step, edge.step());
        }
      }
    }
    if (step > 0) {
      stepBy(component, step);
    }
  }

  private void stepBy(List<Value> component, long step) {
    for (Value value : component) {
      for (Move move : value.moves()) {
        if (isInside(move.to, value) && move.shift % step == 0) {
          move.shift = 0;
        } else if (isInside(move.to, value)) {
          arithmetic.hurry();
        }
      }
      arithmetic.stepBy(value, step);
    }
  }
}
