// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An abstract object: what is accessed in it, and which of its offsets are told apart. */
final class MemoryObject {
  final int id;
  final Thing thing;
  Shape shape = Shape.EXACT;
  final TreeMap<Long, Cell> cells = new TreeMap<>();

  /** Arrays that lvalues name. */
  private final Set<Range> declared = new LinkedHashSet<>(2);

  /** Where pointers to composites became other pointers: the largest composite for each offset. */
  private final Map<Long, Long> recast = new HashMap<>(2);

  private @Nullable KnownArrays arrays;
  private int roundsOfGrowth;
  private int lastGrowth = -1;
  private Shape shapeOfArrays = Shape.EXACT;

  /** The arithmetic that was done on pointers into here. */
  final Set<Walk> walks = new LinkedHashSet<>(2);

  /** The places from which pointers moved towards the start. */
  final Set<MovedBack> movedBack = new LinkedHashSet<>(2);

  /** What was known, and how many walks there were, when all of them were looked at last. */
  @Nullable KnownArrays walkedOver;

  int walksDone;

  private final Places all;
  private final Map<Long, Place> places = new LinkedHashMap<>(4);

  /**
   * A pointer at {@code offset} was moved by a multiple of {@code step}; it may have been at {@code
   * other} before.
   */
  record Walk(long offset, long other, long step) {}

  record MovedBack(Move move, Place place) {}

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

  /** Tells of an array; true if it was not known. */
  boolean declare(Range array) {
    boolean isNew = declared.add(array);
    arrays = isNew ? null : arrays;
    return isNew;
  }

  /**
   * Tells that a pointer to a composite of that size, which stands there, became another pointer;
   * true if that was not known.
   */
  boolean recast(long offset, long size) {
    if (recast.getOrDefault(offset, 0L) >= size) {
      return false;
    }
    recast.put(offset, size);
    arrays = null;
    return true;
  }

  /** Copying made a cell; in how many rounds it did so. */
  int growsIn(int round) {
    roundsOfGrowth += round == lastGrowth ? 0 : 1;
    lastGrowth = round;
    return roundsOfGrowth;
  }

  /** The arrays that are known now; another object as soon as something else is known. */
  KnownArrays arrays() {
    KnownArrays known = arrays;
    if (known == null || shapeOfArrays != shape) {
      known = new KnownArrays(shape, declared, recast);
      arrays = known;
      shapeOfArrays = shape;
    }
    return known;
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
