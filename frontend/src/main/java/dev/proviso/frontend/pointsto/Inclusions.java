// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * A solver of inclusions between sets of places, after Andersen (PhD thesis, 1994), in waves
 * (Pereira, Berlin, CGO 2009): values that flow in a circle become one, differences go along all
 * copies, sources first, and then what is done with each place is done with the new ones.
 */
final class Inclusions {
  /**
   * So many new copies, and one in so many of those that there are, ask for a search of circles.
   */
  private static final int FEW = 256;

  private static final int PART = 16;

  private final Places places;
  private final PriorityQueue<Value> waiting =
      new PriorityQueue<>(
          Comparator.<Value>comparingInt(v -> v.rank).thenComparingInt(v -> v.number));
  private List<Value> sources = new ArrayList<>();
  private List<Value> using = new ArrayList<>();
  private int values;
  private int searches;
  private long edges;
  private long edgesSearched;
  private long changes;
  private final PlaceSet stale = new PlaceSet();

  Inclusions(Places places) {
    this.places = places;
  }

  Value newValue() {
    return new Value(values++, places);
  }

  /** Grows whenever something changes. */
  long changes() {
    return changes;
  }

  /**
   * Grows whenever a value flows to another that it did not flow to before, or becomes one with it.
   */
  long edges() {
    return edges;
  }

  /** Another place stands for this one now. */
  void replaced(Place place) {
    stale.add(place.number);
  }

  /** Lets a value forget what became the same. */
  void tidy(Value value) {
    value.tidy(stale);
  }

  /** A number for a search among values. */
  int nextSearch() {
    return ++searches;
  }

  /** Whatever one holds, the other may hold. */
  void flow(Value from, Value to) {
    Value source = from.root();
    Value target = to.root();
    if (source == target) {
      return;
    }
    boolean isFirst = source.copies.isEmpty();
    if (source.addCopy(target)) {
      if (isFirst) {
        sources.add(source);
      }
      changes++;
      edges++;
      add(target, source.places);
    }
  }

  /**
   * Does something with each place that the value may be the address of, also with those found
   * later.
   */
  void each(Value value, Consumer<Place> use) {
    Value v = value.root();
    v.addUse(use);
    v.targets().forEach(use);
  }

  /** Makes the value point there too. */
  void point(Value value, Place place) {
    Value v = value.root();
    int number = place.canonical().number;
    if (v.places.add(number)) {
      changes++;
      await(v);
      v.fresh.add(number);
    }
  }

  private void add(Value v, PlaceSet more) {
    boolean isWaiting = !v.fresh.isEmpty();
    if (v.places.addAll(more, v.fresh)) {
      changes++;
      if (!isWaiting) {
        waiting.add(v);
      }
    }
  }

  private void await(Value v) {
    if (v.fresh.isEmpty()) {
      waiting.add(v);
    }
  }

  /** Both hold the same. */
  Value merge(Value a, Value b) {
    Value first = a.root();
    Value second = b.root();
    if (first != second) {
      boolean isSource = !first.copies.isEmpty();
      boolean isWaiting = !first.fresh.isEmpty();
      boolean isUsing = !first.unused.isEmpty();
      second.mergeInto(first);
      edges++;
      changes++;
      if (!isSource && !first.copies.isEmpty()) {
        sources.add(first);
      }
      if (!isWaiting && !first.fresh.isEmpty()) {
        waiting.add(first);
      }
      if (!isUsing && !first.unused.isEmpty()) {
        using.add(first);
      }
    }
    return first;
  }

  boolean isSolved() {
    return waiting.isEmpty() && using.isEmpty();
  }

  /** Does what is to be done, until nothing is. */
  void solve() {
    while (!isSolved()) {
      if (edges - edgesSearched > FEW + edgesSearched / PART) {
        mergeCircles();
      }
      while (!waiting.isEmpty()) {
        handOn(waiting.poll());
      }
      List<Value> now = using;
      using = new ArrayList<>();
      now.forEach(this::use);
    }
  }

  private void handOn(Value v) {
    PlaceSet fresh = v.fresh;
    if (fresh.isEmpty()) {
      return;
    }
    v.fresh = new PlaceSet();
    for (Value copy : v.copies) {
      Value to = copy.root();
      if (to != v) {
        add(to, fresh);
      }
    }
    if (v.uses.isEmpty()) {
      return;
    }
    if (v.unused.isEmpty()) {
      using.add(v);
    }
    v.unused.addAll(fresh, new PlaceSet());
  }

  private void use(Value v) {
    List<Place> unused = v.list(v.unused);
    v.unused = new PlaceSet();
    for (Consumer<Place> use : List.copyOf(v.uses)) {
      unused.forEach(use);
    }
  }

  /** Makes those one that flow in a circle, and ranks all by the order of flow. */
  private void mergeCircles() {
    edgesSearched = edges;
    List<Value> queued = List.copyOf(waiting);
    waiting.clear();
    List<Value> starts = sources;
    sources = new ArrayList<>();
    List<List<Value>> circles = new ArrayList<>();
    ValueComponents components =
        new ValueComponents(nextSearch(), this::copies, component -> rank(component, circles));
    starts.forEach(components::from);
    waiting.addAll(queued);
    circles.forEach(c -> c.forEach(v -> merge(c.getFirst(), v)));
    starts.stream().filter(v -> v.root() == v && !v.copies.isEmpty()).forEach(sources::add);
  }

  private Iterator<Value> copies(Value value) {
    tidy(value);
    return value.copies.iterator();
  }

  private static void rank(List<Value> component, List<List<Value>> circles) {
    component.forEach(v -> v.rank = -v.component);
    if (component.size() > 1) {
      circles.add(component);
    }
  }
}
