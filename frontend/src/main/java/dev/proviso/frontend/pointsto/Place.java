// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayList;
import java.util.List;

/** An offset in an object: where a pointer may point to. There is one instance of each. */
final class Place {
  /** Of longer ways back, not all that they lead to is looked at. */
  private static final int MOST_STEPS = 8;

  /** See {@link Places}. */
  final int number;

  final MemoryObject object;

  /** As it was when it was found. */
  final long offset;

  Place(int number, MemoryObject object, long offset) {
    this.number = number;
    this.object = object;
    this.offset = offset;
  }

  Place plus(long distance) {
    return distance == 0 ? this : object.place(offset + distance);
  }

  /**
   * Where pointers that this place stands for may point to when they are moved: one to a later
   * element of an array may still be in the array where one to the first has left it.
   */
  List<Place> moved(long distance) {
    Place first = plus(distance);
    if (distance >= 0 || object.shape.arrays().isEmpty()) {
      return List.of(first);
    }
    List<Place> found = new ArrayList<>(List.of(first));
    for (Range array : object.shape.arrays()) {
      if (array.contains(position())) {
        addLater(array, position() + distance, found);
      }
    }
    return found;
  }

  /**
   * True if {@link #moved} leaves out places before an array that a pointer to a later element of
   * it would be moved back to.
   */
  boolean leavesOut(long distance) {
    if (distance >= 0) {
      return false;
    }
    for (Range array : object.shape.arrays()) {
      if (array.contains(position())) {
        long inside = Math.ceilDiv(array.start() - position() - distance, array.element());
        long count = Math.ceilDiv(array.length(), array.element());
        if (Math.min(inside, count) > 1 && !isFollowed(array, inside)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isFollowed(Range array, long inside) {
    return array.element() >= Long.BYTES && inside <= MOST_STEPS;
  }

  // What small elements lead to before the array is left out: there is too much of it, and whoever
  // goes from bytes to the struct around them starts at the first.
  private void addLater(Range array, long offset, List<Place> found) {
    long element = array.element();
    long count = Math.ceilDiv(array.length(), element);
    long inside = Math.ceilDiv(array.start() - offset, element);
    if (isFollowed(array, inside)) {
      for (long i = 1; i < Math.min(inside, count); i++) {
        found.add(object.place(offset + i * element));
      }
    }
    if (0 < inside && inside < count) {
      found.add(object.place(offset + inside * element));
    }
  }

  /** The offset that stands for it now. */
  long position() {
    return object.shape.fold(offset);
  }

  /** The place that stands for it now. */
  Place canonical() {
    return object.shape.fold(offset) == offset ? this : object.place(offset);
  }

  @Override
  public String toString() {
    return object + "+" + offset;
  }
}
