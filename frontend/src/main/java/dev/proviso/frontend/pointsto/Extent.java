// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Expr;
import java.util.List;
import java.util.Map;

/** The stretch of an object that a bulk access may touch. */
final class Extent {
  private Extent() {}

  /** The constant, or -1 if it is none. */
  static long bytes(Expr size) {
    Stride bytes = Stride.of(size);
    return bytes.step() == 0 && bytes.shift() >= 0 ? bytes.shift() : -1;
  }

  /**
   * The cells that an access of that many bytes may touch.
   *
   * @param size -1 for any number
   */
  static List<Cell> cells(Place place, long size) {
    return cells(place.object, of(place, size));
  }

  static List<Cell> cells(MemoryObject object, Range range) {
    Map.Entry<Long, Cell> before = object.cells.lowerEntry(range.start());
    boolean reachesIn = before != null && before.getValue().end() > range.start();
    long from = reachesIn ? before.getKey() : range.start();
    return from >= range.end()
        ? List.of()
        : List.copyOf(object.cells.subMap(from, true, range.end(), false).values());
  }

  static Range of(Place place, long size) {
    Shape shape = place.object.shape;
    long start = place.position();
    long length = size < 0 ? Range.UNBOUNDED : size;
    if (shape.stride() != 0) {
      return new Range(-Range.UNBOUNDED, Range.UNBOUNDED, 1);
    }
    // An access that starts in an array's folded first element may be at any element.
    long first = start;
    long end = start + length;
    for (Range array : shape.arrays()) {
      if (array.contains(start)) {
        first = Math.min(first, array.start());
        end = Math.max(end, array.end() + length - 1);
      }
    }
    return new Range(first, end, 1);
  }

  // Only what lies in the range: in one and the same object, cells that stick out would give rise
  // to ever more.
  static Range clip(Cell cell, Range range) {
    long start = Math.max(cell.start, range.start());
    return new Range(start, Math.min(cell.end(), range.end()), 1);
  }
}
