// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.types.CompositeType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** An abstract object: what is accessed in it, and which of its offsets are told apart. */
final class MemoryObject {
  final int id;
  final Thing thing;
  Shape shape = Shape.EXACT;
  final TreeMap<Long, Cell> cells = new TreeMap<>();

  /** Arrays that lvalues name; pointer arithmetic that starts in one stays in it. */
  final Set<Range> declared = new LinkedHashSet<>(2);

  /** Where pointers to composites became other pointers: the largest composite for each offset. */
  final SortedMap<Long, Long> recast = new TreeMap<>();

  /** The arithmetic that was done on pointers into here. */
  final Set<Walk> walks = new LinkedHashSet<>(2);

  /** Structs that lvalues name, by offset. */
  final Set<Embedded> embedded = new LinkedHashSet<>(2);

  private final Places all;
  private final Map<Long, Place> places = new LinkedHashMap<>(4);

  /**
   * A pointer at {@code offset} was moved by a multiple of {@code step}; it may have been at {@code
   * other} before.
   */
  record Walk(long offset, long other, long step) {}

  /** A struct or union that stands at an offset. */
  record Embedded(long offset, CompositeType type) {}

  MemoryObject(int id, Thing thing, Places all) {
    this.id = id;
    this.thing = thing;
    this.all = all;
  }

  /** True of what is no memory of the program: variables without address, parameters, results. */
  boolean isInternal() {
    return thing instanceof Thing.Internal;
  }

  Place place(long offset) {
    return places.computeIfAbsent(shape.fold(offset), o -> all.add(this, o));
  }

  /** All places that were ever found in it. */
  List<Place> places() {
    return List.copyOf(places.values());
  }

  int knownPlaces() {
    return places.size();
  }

  @Override
  public String toString() {
    return thing.toString();
  }
}
