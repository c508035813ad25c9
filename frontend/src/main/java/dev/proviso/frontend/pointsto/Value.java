// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
  PlaceSet places = new PlaceSet();

  /** The places that were not handed on yet to values that hold whatever this one does. */
  PlaceSet fresh = new PlaceSet();

  /** The places with which was not done yet what is to be done with each. */
  PlaceSet unused = new PlaceSet();

  /** The values that hold whatever this one does. */
  Set<Value> copies = Set.of();

  /** The values that hold it moved. */
  List<Move> moves = List.of();

  /** What is to be done with each place. */
  List<Consumer<Place>> uses = List.of();

  /** Places in here move by multiples of this on a cycle; 0 if on none. */
  long step;

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

  List<Place> list(PlaceSet set) {
    List<Place> places = new ArrayList<>(set.size());
    set.forEach(n -> places.add(all.get(n)));
    return places;
  }

  /**
   * Forgets what became the same.
   *
   * @param stale places that others stand for
   */
  void tidy(PlaceSet stale) {
    if (!copies.isEmpty()) {
      Set<Value> roots = LinkedHashSet.newLinkedHashSet(copies.size());
      copies.forEach(c -> roots.add(c.root()));
      roots.remove(this);
      copies = roots.isEmpty() ? Set.of() : roots;
    }
    places.takeOut(stale).forEach(n -> places.add(all.get(n).canonical().number));
  }

  /** True if it did not hold whatever this one does before. */
  boolean addCopy(Value to) {
    if (copies.isEmpty()) {
      copies = LinkedHashSet.newLinkedHashSet(2);
    }
    return copies.add(to);
  }

  void addMove(Move move) {
    if (moves.isEmpty()) {
      moves = new ArrayList<>(1);
    }
    moves.add(move);
  }

  void addUse(Consumer<Place> use) {
    if (uses.isEmpty()) {
      uses = new ArrayList<>(1);
    }
    uses.add(use);
  }

  /**
   * Makes this root a part of another root, which has to hand on all that one of both did not know.
   */
  void mergeInto(Value root) {
    PlaceSet unknown = new PlaceSet();
    unknown.addDifference(places, root.places);
    PlaceSet ignored = new PlaceSet();
    root.fresh.addAll(fresh, ignored);
    root.fresh.addAll(unknown, ignored);
    root.unused.addAll(unused, ignored);
    root.unused.addAll(unknown, ignored);
    root.places.addAll(places, ignored);
    copies.forEach(root::addCopy);
    moves.forEach(root::addMove);
    uses.forEach(root::addUse);
    root.step = Stride.gcd(root.step, step);
    root.wild |= wild;
    parent = root;
    places = new PlaceSet();
    fresh = places;
    unused = places;
    copies = Set.of();
    moves = List.of();
    uses = List.of();
  }
}
