// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

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

  private static final int PART = 4;

  /** Values that hold so many places, one of which flows to another that holds no more, are one. */
  private static final int MANY = 128;

  private final Places places;
  private final PriorityQueue<Value> waiting = new PriorityQueue<>(Value::compareRanks);
  private List<Value> sources = new ArrayList<>();
  private List<Value> using = new ArrayList<>();
  private int values;
  private int searches;
  private long edges;
  private long edgesSearched;
  private long changes;
  private final Deque<Pair> same = new ArrayDeque<>();
  private boolean isMerging;
  private final SparseSet stale = new SparseSet();
  private int reshapings;

  private record Pair(Value a, Value b) {}

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

  /** Another place may stand for this one now, or no other any more. */
  void reshaped(Place place) {
    if (place == place.canonical()) {
      stale.remove(place.number);
    } else if (stale.add(place.number)) {
      reshapings++;
    }
  }

  /** Lets a value forget what became the same. */
  void tidy(Value value) {
    value.tidyCopies();
    value.tidyPlaces(stale, reshapings);
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
      source.tidyPlaces(stale, reshapings);
      add(target, source.places);
    }
  }

  /**
   * Does something with each place that the value may be the address of, also with those found
   * later.
   *
   * @return the use that does so now: another one if the value had one of the same key
   */
  @SuppressWarnings("unchecked")
  <U extends Use> U each(Value value, U use) {
    Value v = value.root();
    Use known = v.addUse(use);
    if (known != null) {
      return (U) known;
    }
    v.targets().forEach(use::at);
    return use;
  }

  /** Makes the value point there too. */
  void point(Value value, Place place) {
    Value v = value.root();
    int number = place.canonical().number;
    if (v.places.add(number)) {
      changes++;
      if (v.fresh.isEmpty()) {
        waiting.add(v);
      }
      v.fresh.add(number);
    }
  }

  private void add(Value v, SparseSet more) {
    boolean isWaiting = !v.fresh.isEmpty();
    if (v.places.addAll(more, v.fresh)) {
      changes++;
      if (!isWaiting) {
        waiting.add(v);
      }
    }
  }

  /** Both hold the same. */
  void merge(Value a, Value b) {
    same.add(new Pair(a, b));
    if (isMerging) {
      return;
    }
    isMerging = true;
    while (!same.isEmpty()) {
      Pair pair = same.remove();
      mergeNow(pair.a().root(), pair.b().root());
    }
    isMerging = false;
  }

  // The smaller becomes a part of the larger: only what the smaller did not know or do has to be
  // made up for.
  private void mergeNow(Value a, Value b) {
    if (a == b) {
      return;
    }
    edges++;
    changes++;
    Value root = a.weight() >= b.weight() ? a : b;
    Value part = root == a ? b : a;
    SparseSet places = part.places;
    Set<Value> copies = part.copies;
    Collection<Use> uses = part.uses.values();
    part.become(root);
    add(root, places);
    copies.forEach(c -> flow(root, c));
    for (Use use : uses) {
      Use known = root.addUse(use);
      if (known == null) {
        use(root);
        root.addLate(use);
      } else {
        known.unite(use);
      }
    }
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
      now.forEach(this::useNow);
    }
  }

  private void handOn(Value v) {
    SparseSet fresh = v.fresh;
    if (fresh.isEmpty()) {
      return;
    }
    v.tidyPlaces(stale, reshapings);
    v.fresh = new SparseSet();
    if (!v.uses.isEmpty()) {
      use(v);
      v.unused.addAll(fresh, new SparseSet());
    }
    List<Value> alike = List.of();
    for (Value copy : v.copies) {
      Value to = copy.root();
      if (to != v) {
        add(to, fresh);
        if (v.places.size() >= MANY && to.places.size() == v.places.size()) {
          alike = alike.isEmpty() ? new ArrayList<>() : alike;
          alike.add(to);
        }
      }
    }
    alike.forEach(to -> merge(v, to));
  }

  private void use(Value v) {
    if (v.unused.isEmpty() && v.late.isEmpty()) {
      using.add(v);
    }
  }

  private void useNow(Value v) {
    List<Use> late = v.late;
    v.late = List.of();
    List<Place> unused = v.list(v.unused);
    v.unused = new SparseSet();
    List<Use> uses = List.copyOf(v.uses.values());
    List<Place> all = late.isEmpty() ? List.of() : v.targets();
    late.forEach(use -> all.forEach(use::at));
    uses.forEach(use -> unused.forEach(use::at));
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
