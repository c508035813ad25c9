// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The objects, which of their offsets are told apart, and what is accessed in them as one. Values
 * are those of {@link Inclusions}; how pointers move is known to {@link Arithmetic}.
 */
final class Memory {
  /** An object in which more stretches are accessed is a row of bytes. */
  private static final int MOST_CELLS = 1 << 14;

  private final Places places = new Places();
  private final List<MemoryObject> objects = new ArrayList<>();
  final PointeeTypes pointees = new PointeeTypes();
  final Inclusions inclusions = new Inclusions(places);
  final Arithmetic arithmetic = new Arithmetic(this);

  /** Where structs and unions stand that lvalues name, by the number of their type. */
  private final Map<Integer, SparseSet> embedded = new HashMap<>();

  private long changes;
  private int round;

  MemoryObject newObject(Thing thing) {
    MemoryObject object = new MemoryObject(objects.size(), thing, places);
    objects.add(object);
    return object;
  }

  /** All objects in order of creation. */
  List<MemoryObject> objects() {
    return objects;
  }

  /** Grows whenever something changes. */
  long changes() {
    return changes + inclusions.changes();
  }

  /** Something changed. */
  void changed() {
    changes++;
  }

  /** The places where objects of that type stand. */
  SparseSet embedded(CompositeType type) {
    return embedded.computeIfAbsent(pointees.number(type), t -> new SparseSet());
  }

  /** The places where objects of the type with that number stand. */
  List<Place> embedded(int type) {
    List<Place> found = new ArrayList<>();
    embedded.getOrDefault(type, new SparseSet()).forEach(n -> found.add(places.get(n)));
    return found;
  }

  /** How often all that was copied in bulk was looked at. */
  int round() {
    return round;
  }

  void nextRound() {
    round++;
  }

  // Cells

  /** The cell that an access of that type touches. */
  Cell access(Place place, Type type) {
    Cell cell = cell(place, Math.max(1, type.size()));
    boolean isNew = cell.accessed(type.size());
    if (type instanceof PointerType pointer) {
      isNew |= cell.pointees.add(pointees.number(pointer.pointee()));
    }
    changes += isNew ? 1 : 0;
    return cell;
  }

  /** The same, in a class of accesses. */
  Cell access(Place place, Type type, Access access) {
    Cell cell = access(place, type);
    join(access, cell.access);
    return cell;
  }

  void join(Access a, Access b) {
    changes += a.join(b) ? 1 : 0;
  }

  /** Makes what is known of the accesses to either cell known of both. */
  void share(Cell a, Cell b) {
    long width = a.width == 0 || a.width == b.width ? b.width : b.width == 0 ? a.width : -1;
    share(a, b.pointees);
    if (a.width != width || b.width != width) {
      changes++;
    }
    a.width = width;
    b.width = width;
  }

  /** Makes one what is known of the types of pointers in a cell and elsewhere. */
  void share(Cell cell, SparseSet types) {
    if (cell.pointees.addAll(types) | types.addAll(cell.pointees)) {
      changes++;
    }
  }

  /** The cell that holds those bytes, not counted as an access. */
  Cell cell(Place place, long length) {
    MemoryObject object = place.object;
    long start = place.position();
    Map.Entry<Long, Cell> known = object.cells.floorEntry(start);
    if (known != null && known.getValue().end() >= start + length) {
      return known.getValue();
    }
    changes++;
    Cell cell = insert(object, new Cell(start, length, inclusions.newValue()));
    if (object.cells.size() <= MOST_CELLS) {
      return cell;
    }
    reshape(object, object.shape.withStride(1));
    return object.cells.firstEntry().getValue();
  }

  private Cell insert(MemoryObject object, Cell cell) {
    cell.start = object.shape.fold(cell.start);
    Shape crossed = crossed(object.shape, cell);
    if (crossed != object.shape) {
      Cell merged = put(object, cell);
      long start = merged.start;
      reshape(object, crossed);
      return object.cells.floorEntry(object.shape.fold(start)).getValue();
    }
    return put(object, cell);
  }

  // An access across the end of an element tells no offsets in there apart.
  private static Shape crossed(Shape shape, Cell cell) {
    if (shape.stride() > 1 && cell.end() > shape.stride()) {
      return shape.withStride(1);
    }
    for (Range array : shape.arrays()) {
      if (array.element() > 1
          && array.contains(cell.start)
          && cell.end() > array.start() + array.element()) {
        return shape.withArray(new Range(array.start(), array.end(), 1));
      }
    }
    return shape;
  }

  private Cell put(MemoryObject object, Cell cell) {
    TreeMap<Long, Cell> cells = object.cells;
    Cell result = cell;
    while (true) {
      Map.Entry<Long, Cell> before = cells.lowerEntry(result.end());
      if (before == null || before.getValue().end() <= result.start) {
        cells.put(result.start, result);
        return result;
      }
      Cell other = before.getValue();
      cells.remove(before.getKey());
      inclusions.merge(other.value, result.value);
      other.absorb(result);
      result = other;
    }
  }

  // Shapes

  /** Makes it so that the object does not tell apart what the shape does not. */
  void reshape(MemoryObject object, Shape shape) {
    if (object.shape.equals(shape)) {
      return;
    }
    changes++;
    object.shape = shape;
    object.places().forEach(inclusions::reshaped);
    arithmetic.reshaped(object);
    List<Cell> cells = new ArrayList<>(object.cells.values());
    object.cells.clear();
    cells.forEach(c -> insert(object, c));
  }

  /** The elements of the array are not told apart. */
  void foldArray(Place place, long length, long element) {
    if (element > 0 && length > element) {
      long start = place.position();
      reshape(
          place.object, place.object.shape.withArray(new Range(start, start + length, element)));
    }
  }

  void declareArray(Place place, long length, long element) {
    long start = place.position();
    if (element > 0 && place.object.declare(new Range(start, start + length, element))) {
      changes++;
    }
  }
}
