// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a variable, a cell of memory or an expression may hold: the places that it may be the
 * address of. Values that turn out to hold the same become one: only what {@link #root} gives
 * counts then.
 */
final class Value {
  /** The order of creation. */
  final int number;

  private final Places all;
  private @Nullable Value parent;
  SparseSet places = new SparseSet();

  /** The places that were not handed on yet to values that hold whatever this one does. */
  SparseSet fresh = new SparseSet();

  /** When it was looked at last whether other places stand for some of these. */
  int tidied;

  /** The places with which was not done yet what is to be done with each. */
  SparseSet unused = new SparseSet();

  /** The values that hold whatever this one does. */
  Set<Value> copies = Set.of();

  /** What is to be done with each place, by key. */
  Map<Object, Use> uses = Map.of();

  /** Places in here move by multiples of this on a cycle; 0 if on none. */
  long step;

  /** Uses that know no place yet. */
  List<Use> late = List.of();

  /** True if it may be a number that is no object's address but is not null either. */
  boolean wild;

  /** True of constants that are null. */
  boolean isNull;

  /** Sources before what they flow to, as far as known. */
  int rank = Integer.MAX_VALUE;

  // For the search of components.
  int search;
  int mark;
  int low;
  boolean isOnPath;

  /** The number of its component in that search. */
  int component;

  Value(int number, Places all) {
    this.number = number;
    this.all = all;
  }

  /** Sources first. */
  static int compareRanks(Value a, Value b) {
    return a.rank != b.rank ? Integer.compare(a.rank, b.rank) : Integer.compare(a.number, b.number);
  }

  Value root() {
    Value root = this;
    while (root.parent != null) {
      root = root.parent;
    }
    Value v = this;
    while (v.parent != null) {
      Value next = v.parent;
      v.parent = root;
      v = next;
    }
    return root;
  }

  /** The places that it may be the address of now. */
  List<Place> targets() {
    return list(root().places);
  }

  /** True if it may be the address of the place. */
  boolean holds(Place place) {
    return places.contains(place.canonical().number);
  }

  List<Place> list(SparseSet set) {
    List<Place> places = new ArrayList<>(set.size());
    set.forEach(n -> places.add(all.get(n)));
    return places;
  }

  /** Forgets values that became the same. */
  void tidyCopies() {
    boolean isTidy = true;
    for (Value copy : copies) {
      isTidy &= copy.parent == null && copy != this;
    }
    if (isTidy) {
      return;
    }
    Set<Value> roots = LinkedHashSet.newLinkedHashSet(copies.size());
    copies.forEach(c -> roots.add(c.root()));
    roots.remove(this);
    copies = roots.isEmpty() ? Set.of() : roots;
  }

  /**
   * Forgets places that others stand for.
   *
   * @param stale all such places
   * @param now grows whenever there are more of them
   */
  void tidyPlaces(SparseSet stale, int now) {
    if (tidied != now) {
      tidied = now;
      tidy(places, stale);
      tidy(fresh, stale);
    }
  }

  private void tidy(SparseSet set, SparseSet stale) {
    set.takeOut(stale).forEach(n -> set.add(all.get(n).canonical().number));
  }

  /** True if it did not hold whatever this one does before. */
  boolean addCopy(Value to) {
    if (copies.isEmpty()) {
      copies = LinkedHashSet.newLinkedHashSet(2);
    }
    return copies.add(to);
  }

  void addLate(Use use) {
    if (late.isEmpty()) {
      late = new ArrayList<>(2);
    }
    late.add(use);
  }

  /** The use of that key which it had already, or null: then it has this one now. */
  @Nullable Use addUse(Use use) {
    if (uses.isEmpty()) {
      uses = LinkedHashMap.newLinkedHashMap(2);
    }
    return uses.putIfAbsent(use.key(), use);
  }

  /** The values that hold it moved. */
  List<Move> moves() {
    if (uses.isEmpty()) {
      return List.of();
    }
    List<Move> moves = new ArrayList<>(2);
    for (Use use : uses.values()) {
      if (use instanceof Move move) {
        moves.add(move);
      }
    }
    return moves;
  }

  /** How much there is to be done when it becomes a part of another. */
  int weight() {
    return uses.size() + copies.size() + places.size();
  }

  /** Makes this root, of which its parts are taken, a part of another root. */
  void become(Value root) {
    root.step = Stride.gcd(root.step, step);
    root.wild |= wild;
    root.tidied = Math.min(root.tidied, tidied);
    parent = root;
    places = new SparseSet();
    fresh = places;
    unused = places;
    copies = Set.of();
    uses = Map.of();
    late = List.of();
  }
}
