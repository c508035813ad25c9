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
    long distance = to.position() - from.position();
    cellsFrom(from, bytes(size)).forEach(c -> copy(from.root(), c.start, to.root(), c.start + distance, c));
    cellsFrom(to, bytes(size)).forEach(c -> copy(from.root(), c.start - distance, to.root(), c.start, c));
  }

  private void copy(Node from, long source, Node to, long target, Cell like) {
    long length = like.length;
    Cell read = memory.cell(new Place(from, source), length);
    Cell written = memory.cell(new Place(to, target), length);
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
    Node node = place.root();
    long start = place.position();
    Shape shape = node.shape;
    long length = size < 0 ? Range.UNBOUNDED : size;
    if (shape.stride() != 0) {
      return List.copyOf(node.cells.values());
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
    long from = first;
    long to = end;
    return node.cells.values().stream().filter(c -> c.end() > from && c.start < to).toList();
  }
}
