// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By which ways a cell of memory is reached in other places of the program: where {@code p} was
 * given the value of {@code q}, what is {@code p->f} afterwards was {@code q->f} before.
 */
final class Ways {
  /** More places than this are not looked for. */
  private static final int MOST_PLACES = 3000;

  private final FinitePlaces places;
  private final Map<LValue, Set<Expr>> values = new LinkedHashMap<>();

  Ways(FinitePlaces places) {
    this.places = places;
  }

  /** A place gets a value. */
  void add(LValue target, Expr value) {
    if (target.type().isScalar()) {
      values.computeIfAbsent(places.canonical(target), t -> new LinkedHashSet<>()).add(value);
    }
  }

  /** The places that some places in memory were before some assignment. */
  Set<LValue> others(Collection<LValue> known) {
    Set<LValue> result = new LinkedHashSet<>(known);
    Deque<LValue> work = new ArrayDeque<>(known);
    while (!work.isEmpty() && result.size() < MOST_PLACES) {
      for (LValue source : sources(work.remove())) {
        if (result.add(source)) {
          work.add(source);
        }
      }
    }
    return result;
  }

  private List<LValue> sources(LValue place) {
    MemoryPlace cell = places.inMemory(place);
    if (cell == null) {
      return List.of();
    }
    Set<LValue> result = new LinkedHashSet<>();
    for (LValue pointer : cell.way()) {
      for (Expr value : values.getOrDefault(places.canonical(pointer), Set.of())) {
        LValue source = MemoryPlace.replaced(place, p -> p == pointer ? value : null);
        MemoryPlace there = places.inMemory(source);
        if (there != null && there.region() == cell.region()) {
          result.add(there.place());
        }
      }
    }
    return List.copyOf(result);
  }
}
