// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The strongly connected components of values, successors first: Tarjan's algorithm (SIAM J.
 * Comput. 1972), without recursion.
 */
final class ValueComponents {
  private final int search;
  private final Function<Value, Iterator<Value>> successors;
  private final Consumer<List<Value>> found;
  private final Deque<Value> path = new ArrayDeque<>();
  private final Deque<Visit> visits = new ArrayDeque<>();
  private int marks;
  private int components;

  private record Visit(Value value, Iterator<Value> successors) {}

  /**
   * @param search a number that no search before had
   * @param found told of each component, which has its number in {@link Value#component}
   */
  ValueComponents(
      int search, Function<Value, Iterator<Value>> successors, Consumer<List<Value>> found) {
    this.search = search;
    this.successors = successors;
    this.found = found;
  }

  /** Finds the components that can be reached from there and were not found yet. */
  void from(Value start) {
    Value first = start.root();
    if (first.search == search) {
      return;
    }
    enter(first);
    while (!visits.isEmpty()) {
      Visit visit = visits.element();
      if (visit.successors().hasNext()) {
        Value next = visit.successors().next().root();
        if (next.search != search) {
          enter(next);
        } else if (next.isOnPath) {
          visit.value().low = Math.min(visit.value().low, next.mark);
        }
      } else {
        visits.pop();
        leave(visit.value());
      }
    }
  }

  private void enter(Value value) {
    value.search = search;
    value.mark = ++marks;
    value.low = value.mark;
    value.isOnPath = true;
    path.push(value);
    visits.push(new Visit(value, successors.apply(value)));
  }

  private void leave(Value value) {
    if (!visits.isEmpty()) {
      Value before = visits.element().value();
      before.low = Math.min(before.low, value.low);
    }
    if (value.low == value.mark) {
      List<Value> component = new ArrayList<>(1);
      components++;
      Value member;
      do {
        member = path.pop();
        member.isOnPath = false;
        member.component = components;
        component.add(member);
      } while (member != value);
      found.accept(component);
    }
  }
}
