// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.List;

/**
 * {@code memmove}: each stretch of memory that is accessed as one in either object becomes one in
 * the other too.
 */
final class Copying implements BulkMove {
  /**
   * Between more pairs of places, stretches are not compared: any pointer may get to any stretch.
   */
  private static final int MOST_PAIRS = 64;

  /** An object that gets new cells in more rounds does not tell its words apart. */
  private static final int MOST_ROUNDS = 6;

  private record Key(Value destination, Value source, long size) {}

  private final Memory memory;
  private final Value destination;
  private final Value source;
  private final long size;
  private final Value pointers;
  private final SparseSet types = new SparseSet();

  /**
   * @param size -1 if it is no constant
   */
  Copying(Memory memory, Value destination, Value source, long size) {
    this.memory = memory;
    this.destination = destination;
    this.source = source;
    this.size = size;
    this.pointers = memory.inclusions.newValue();
  }

  @Override
  public Object key() {
    return new Key(destination.root(), source.root(), size);
  }

  @Override
  public void apply() {
    List<Place> to = destination.targets();
    List<Place> from = source.targets();
    if ((long) from.size() * to.size() > MOST_PAIRS) {
      from.forEach(this::takePointers);
      to.forEach(this::givePointers);
    } else {
      to.forEach(t -> from.forEach(f -> copy(f, t)));
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
    cell(from, range, distance);
    Cell written = cell(to, range.moved(distance), distance);
    // Looked up again: in the same object, it may have become a part of the other one.
    Cell read = memory.cell(from.place(range.start()), range.length());
    memory.share(read, written);
    memory.inclusions.flow(read.value, written.value);
  }

  // Copies on a cycle that come back to another offset make ever more cells.
  private Cell cell(MemoryObject object, Range range, long distance) {
    int before = object.cells.size();
    Cell cell = memory.cell(object.place(range.start()), range.length());
    if (object.cells.size() > before
        && object.growsIn(memory.round()) > MOST_ROUNDS
        && !object.shape.isCollapsed()) {
      memory.reshape(object, object.shape.withStride(Stride.gcd(Long.BYTES, distance)));
      return memory.cell(object.place(range.start()), range.length());
    }
    return cell;
  }

  private void takePointers(Place place) {
    for (Cell cell : Extent.cells(place, size)) {
      memory.inclusions.flow(cell.value, pointers);
      memory.share(cell, types);
    }
  }

  private void givePointers(Place place) {
    List<Cell> cells = Extent.cells(place, size);
    for (Cell cell : cells.isEmpty() ? List.of(memory.cell(place, 1)) : cells) {
      memory.inclusions.flow(pointers, cell.value);
      memory.share(cell, types);
    }
  }
}
