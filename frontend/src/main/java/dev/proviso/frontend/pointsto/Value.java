// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a variable, a cell of memory or an expression may hold: the places that it may be the
 * address of.
 */
final class Value {
  private @Nullable Value parent;
  Set<Place> places = new LinkedHashSet<>(2);

  /** The places that were not handed on yet. */
  List<Place> fresh = new ArrayList<>(2);

  /** The values that hold whatever this one does. */
  Set<Value> copies = new LinkedHashSet<>(2);

  /** The values that hold it moved. */
  List<Move> moves = new ArrayList<>(0);

  /** What is to be done with each place. */
  List<Consumer<Place>> uses = new ArrayList<>(1);

  /** Places in here move by multiples of this on a cycle; 0 if on none. */
  long step;

  /** True if it may be a number that is no object's address but is not null either. */
  boolean wild;

  /** True of constants that are null. */
  boolean isNull;

  boolean isWaiting;

  /** How many reshapes of objects the places have seen. */
  private long tidied;

  /** For the search of cycles. */
  int mark;

  int low;
  int component;

  /** A step from one value to another by pointer arithmetic. */
  static final class Move {
    final Value to;

    /** Bytes added. */
    long shift;

    /** An unknown multiple of this many bytes is added too; 0 for none. */
    long step;

    /** For the pointer to a composite that becomes another pointer: the composite's size. */
    final long size;

    Move(Value to, long shift, long step, long size) {
      this.to = to;
      this.shift = step > 0 ? Math.floorMod(shift, step) : shift;
      this.step = step;
      this.size = size;
    }
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
  Collection<Place> targets() {
    return root().places;
  }

  /** Forgets what became the same. */
  void tidy(long reshapes) {
    Set<Value> roots = new LinkedHashSet<>();
    copies.forEach(c -> roots.add(c.root()));
    roots.remove(this);
    copies = roots;
    if (reshapes == tidied) {
      return;
    }
    tidied = reshapes;
    Set<Place> canonical = new LinkedHashSet<>();
    places.forEach(p -> canonical.add(p.canonical()));
    places = canonical;
  }

  /**
   * Makes this root a part of another root, which has to hand on all that one of both did not know.
   */
  void mergeInto(Value root) {
    Set<Place> unknown = new LinkedHashSet<>(fresh);
    unknown.addAll(root.fresh);
    places.stream().filter(p -> !root.places.contains(p)).forEach(unknown::add);
    root.places.stream().filter(p -> !places.contains(p)).forEach(unknown::add);
    parent = root;
    root.places.addAll(places);
    root.fresh = new ArrayList<>(unknown);
    root.copies.addAll(copies);
    root.moves.addAll(moves);
    root.uses.addAll(uses);
    root.step = Stride.gcd(root.step, step);
    root.wild |= wild;
    places = Set.of();
    fresh = List.of();
    copies = Set.of();
    moves = List.of();
    uses = List.of();
  }
}
