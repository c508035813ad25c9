// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.Memory.Place;
import dev.proviso.frontend.program.Expr;
import java.util.List;

/** {@code memmove}: each stretch of memory that is accessed as one in either object becomes one in the other too. */
record Copying(Memory memory, Value destination, Value source, Expr size) implements BulkMove {

  @Override
  public void apply() {
    Place to = memory.target(destination);
    Place from = memory.target(source);
    if (to.root() == from.root() && to.position() == from.position()) {
      return;
    }
    long length = bytes(size);
    if (to.root() == from.root() && length < 0) {
      memory.unify(to, from);
      return;
    }
    long distance = to.position() - from.position();
    Range read = extent(from, length);
    Range written = extent(to, length);
    cells(from.root(), read).forEach(c -> copy(from.root(), clip(c, read), to.root(), distance));
    cells(to.root(), written)
        .forEach(c -> copy(from.root(), clip(c, written).moved(-distance), to.root(), distance));
  }

  // Only what lies in the range: in one and the same object, cells that stick out would give rise to ever more.
  private static Range clip(Cell cell, Range range) {
    long start = Math.max(cell.start, range.start());
    return new Range(start, Math.min(cell.end(), range.end()), 1);
  }

  private void copy(Node from, Range range, Node to, long distance) {
    Cell read = memory.cell(new Place(from, range.start()), range.length());
    Cell written = memory.cell(new Place(to, range.start() + distance), range.length());
    memory.share(read, written);
    memory.flowOnce(read.value, written.value);
  }

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
  static List<Cell> cellsFrom(Place place, long size) {
    return cells(place.root(), extent(place, size));
  }

  private static List<Cell> cells(Node node, Range range) {
    return node.cells.values().stream()
        .filter(c -> c.end() > range.start() && c.start < range.end())
        .toList();
  }

  private static Range extent(Place place, long size) {
    Shape shape = place.root().shape;
    long start = place.position();
    long length = size < 0 ? Range.UNBOUNDED : size;
    if (shape.stride() != 0) {
      return new Range(-Range.UNBOUNDED, Range.UNBOUNDED, 1);
    }
    // An access that starts in an array's folded first element may be at any element.
    long first = start;
    long end = start + length;
    for (Range array : shape.arrays()) {
      if (array.contains(first)) {
        first = Math.min(first, array.start());
        end = Math.max(end, array.end() + length - 1);
      }
    }
    return new Range(first, end, 1);
  }
}
