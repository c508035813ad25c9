// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.List;

/**
 * An access to a whole object which may be one of many: what stands at the same distance from their
 * starts is in one region.
 *
 * @param common an internal object that knows the cells of all
 */
record Alignment(Memory memory, Value address, long size, Place common) implements BulkMove {
  private record Key(Value address, long size) {}

  @Override
  public Object key() {
    return new Key(address.root(), size);
  }

  @Override
  public void apply() {
    if (address.targets().size() < 2) {
      return;
    }
    for (Place place : List.copyOf(address.targets())) {
      Range range = Extent.of(place, size);
      for (Cell cell : Extent.cells(place.object, range)) {
        if (cell.isAccessed()) {
          Range part = Extent.clip(cell, range);
          long distance = part.start() - place.position();
          memory.join(cell.access, memory.cell(common.plus(distance), part.length()).access);
        }
      }
      for (Cell cell : List.copyOf(common.object.cells.values())) {
        for (Cell other : Extent.cells(place.object, positions(place, cell))) {
          memory.join(cell.access, other.access);
        }
      }
    }
  }

  private static Range positions(Place place, Cell cell) {
    long start = place.object.shape.fold(place.position() + cell.start);
    return new Range(start, start + cell.length, 1);
  }
}
