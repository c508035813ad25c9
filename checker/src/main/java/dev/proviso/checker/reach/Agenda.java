// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** What is new and not yet explored. */
sealed interface Agenda<P, S, C> {
  static <P, S, C> Agenda<P, S, C> in(Order<P> order, Bdds bdds) {
    return switch (order) {
      case Order.BreadthFirst<P> o -> new Queue<>(new ArrayDeque<>());
      case Order.Ranked<P> o -> new ByRank<>(o, bdds);
    };
  }

  void add(P place, Ring.Arrival<P, S, C> arrival);

  boolean isEmpty();

  /** The next to explore. */
  Ring<P, S, C> remove();

  /** Each arrival for itself. */
  record Queue<P, S, C>(Deque<Ring<P, S, C>> rings) implements Agenda<P, S, C> {
    @Override
    public void add(P place, Ring.Arrival<P, S, C> arrival) {
      rings.add(new Ring<>(place, arrival.pathEdges(), List.of(arrival)));
    }

    @Override
    public boolean isEmpty() {
      return rings.isEmpty();
    }

    @Override
    public Ring<P, S, C> remove() {
      return rings.remove();
    }
  }

  /** All arrivals at a place together. */
  final class ByRank<P, S, C> implements Agenda<P, S, C> {
    private final Bdds bdds;
    private final PriorityQueue<P> queue;
    private final Map<P, List<Ring.Arrival<P, S, C>>> arrivals = new HashMap<>();

    ByRank(Order.Ranked<P> order, Bdds bdds) {
      this.bdds = bdds;
      queue = new PriorityQueue<>(order.places());
    }

    @Override
    public void add(P place, Ring.Arrival<P, S, C> arrival) {
      List<Ring.Arrival<P, S, C>> known = arrivals.computeIfAbsent(place, p -> new ArrayList<>());
      if (known.isEmpty()) {
        queue.add(place);
      }
      known.add(arrival);
    }

    @Override
    public boolean isEmpty() {
      return queue.isEmpty();
    }

    @Override
    public Ring<P, S, C> remove() {
      P place = queue.remove();
      List<Ring.Arrival<P, S, C>> together = arrivals.getOrDefault(place, List.of());
      arrivals.remove(place);
      Bdd sum = bdds.none();
      for (Ring.Arrival<P, S, C> arrival : together) {
        sum = bdds.or(sum, arrival.pathEdges());
      }
      return new Ring<>(place, sum, together);
    }
  }
}
