// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.List;

/**
 * {@code memmove}: each stretch of memory that is accessed as one in either object becomes one in
 * the other too.
 *
 * @param size -1 if it is no constant
 */
record Copying(Memory memory, Value destination, Value source, long size) implements BulkMove {

  @Override
  public void apply() {
    for (Place to : List.copyOf(destination.targets())) {
      for (Place from : List.copyOf(source.targets())) {
        copy(from, to);
      }
    }
  }

  private void copy(Place from, Place to) {
    long distance = to.position() - from.position();
    if (from.object == to.object && (distance == 0 || size < 0)) {
      if (distance != 0) {
        memory.arithmetic.walk(from, to.offset, Math.abs(distance));
      }
      return;
    }
    Range read = Extent.of(from, size);
    Range written = Extent.of(to, size);
    for (Cell cell : Extent.cells(from.object, read)) {
      copy(from.object, Extent.clip(cell, read), to.object, distance);
    }
    for (Cell cell : Extent.cells(to.object, written)) {
      copy(from.object, Extent.clip(cell, written).moved(-distance), to.object, distance);
    }
  }

  private void copy(MemoryObject from, Range range, MemoryObject to, long distance) {
    Cell read = memory.cell(from.place(range.start()), range.length());
    Cell written = memory.cell(to.place(range.start() + distance), range.length());
    memory.share(read, written);
    memory.inclusions.flow(read.value, written.value);
  }
}
