// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.MemoryObject.Walk;
import dev.proviso.frontend.pointsto.Value.Move;
import dev.proviso.frontend.types.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The objects and where values point to: a solver of inclusions between sets of places, after
 * Andersen (PhD thesis, 1994), with differences handed on. Pointers that move on a cycle walk over
 * the array that they started in, or over the whole object: positive weight cycles, after Pearce,
 * Kelly, Hankin (TOPLAS 2007).
 */
final class Memory {
  /** An object of which more offsets are pointed to is a row of bytes. */
  private static final int MOST_PLACES = 512;

  private final List<MemoryObject> objects = new ArrayList<>();
  private final Deque<Value> work = new ArrayDeque<>();
  private final Deque<Fire> moved = new ArrayDeque<>();
  private final Deque<Step> walked = new ArrayDeque<>();
  private final List<Value> movers = new ArrayList<>();
  private long edges;
  private long edgesSearched;
  private long changes;
  private long reshapes;
  private boolean isHurried;

  private record Fire(Move move, Place place) {}

  private record Step(Place place, long other, long step) {}

  MemoryObject newObject(Thing thing) {
    MemoryObject object = new MemoryObject(objects.size(), thing);
    objects.add(object);
    return object;
  }

  /** All objects in order of creation. */
  List<MemoryObject> objects() {
    return objects;
  }

  /** Grows whenever something changes. */
  long changes() {
    return changes;
  }

  // Values

  /** Whatever one holds, the other may hold. */
  void flow(Value from, Value to) {
    Value source = from.root();
    Value target = to.root();
    if (source != target && source.copies.add(target)) {
      changes++;
      edges++;
      List.copyOf(source.places).forEach(p -> point(target, p));
    }
  }

  void move(Value from, Move move) {
    if (move.shift == 0 && move.step == 0 && move.size == 0) {
      flow(from, move.to);
      return;
    }
    Value source = from.root();
    source.moves.add(move);
    movers.add(source);
    changes++;
    edges++;
    source.places.forEach(p -> moved.add(new Fire(move, p)));
  }

  /**
   * Does something with each place that the value may be the address of, also with those found
   * later.
   */
  void each(Value value, Consumer<Place> use) {
    Value v = value.root();
    v.uses.add(use);
    List.copyOf(v.places).forEach(use);
  }

  /** Makes the value point there too. */
  void point(Value value, Place place) {
    Value v = value.root();
    Place canonical = place.canonical();
    if (v.places.add(canonical)) {
      changes++;
      v.fresh.add(canonical);
      await(v);
    }
  }

  private void await(Value root) {
    if (!root.isWaiting) {
      root.isWaiting = true;
      work.add(root);
    }
  }

  private void handOn(Value waiting) {
    waiting.isWaiting = false;
    Value v = waiting.root();
    List<Place> fresh = v.fresh;
    if (fresh.isEmpty()) {
      return;
    }
    v.fresh = new ArrayList<>(2);
    for (Value to : List.copyOf(v.copies)) {
      fresh.forEach(p -> point(to, p));
    }
    for (Move move : v.moves) {
      fresh.forEach(p -> moved.add(new Fire(move, p)));
    }
    if (v.step > 0) {
      fresh.forEach(p -> walk(p, p.offset, v.step));
    }
    for (Consumer<Place> use : List.copyOf(v.uses)) {
      fresh.forEach(use);
    }
  }

  private void fire(Move move, Place place) {
    MemoryObject object = place.object;
    if (move.size > 0) {
      changes += object.recast.merge(place.position(), move.size, Math::max) == move.size ? 0 : 1;
    }
    Place to = place.plus(move.shift);
    if (move.step > 0) {
      walk(place, place.offset + move.shift, move.step);
    }
    if (object.knownPlaces() > MOST_PLACES && !object.shape.isCollapsed()) {
      reshape(object, object.shape.withStride(1));
    }
    point(move.to, to);
  }

  /**
   * From now on, walks are done at once: there are cycles on which offsets would grow until then.
   */
  void hurry() {
    isHurried = true;
  }

  /** How often an object's shape changed. */
  long reshapes() {
    return reshapes;
  }

  /** All places in values on this cycle move by multiples of that many bytes. */
  void stepBy(Value value, long step) {
    Value v = value.root();
    if (Stride.gcd(v.step, step) != v.step) {
      v.step = Stride.gcd(v.step, step);
      changes++;
      v.places.forEach(p -> walk(p, p.offset, v.step));
    }
  }

  /** Both hold the same. */
  void merge(Value a, Value b) {
    Value first = a.root();
    Value second = b.root();
    if (first != second) {
      second.mergeInto(first);
      edges++;
      changes++;
      if (first.step > 0) {
        first.places.forEach(p -> walk(p, p.offset, first.step));
      }
      await(first);
    }
  }

  // Cells

  /** The cell that an access of that type touches. */
  Cell access(Place place, Type type) {
    Cell cell = cell(place, Math.max(1, type.size()));
    long width = cell.width;
    int pointees = cell.pointees.size();
    cell.accessed(type);
    changes += width == cell.width && pointees == cell.pointees.size() ? 0 : 1;
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
    boolean grows = a.pointees.addAll(b.pointees) | b.pointees.addAll(a.pointees);
    if (grows || a.width != width || b.width != width) {
      changes++;
    }
    a.width = width;
    b.width = width;
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
    return insert(object, new Cell(start, length));
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
      merge(other.value, result.value);
      other.absorb(result);
      result = other;
    }
  }

  // Shapes

  /** Makes it so that the object does not tell apart what the shape does not. */
  private void reshape(MemoryObject object, Shape shape) {
    if (object.shape.equals(shape)) {
      return;
    }
    changes++;
    reshapes++;
    object.shape = shape;
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
    if (element > 0 && place.object.declared.add(new Range(start, start + length, element))) {
      changes++;
    }
  }

  // Arithmetic on pointers

  /**
   * A pointer there, and at the other offset, moves by any multiple of the step: after all else,
   * when most arrays are known.
   */
  void walk(Place place, long other, long step) {
    if (!place.object.walks.contains(new Walk(place.offset, other, step))) {
      walked.add(new Step(place, other, step));
    }
  }

  private void walkNow(Step step) {
    MemoryObject object = step.place().object;
    Walk walk = new Walk(step.place().offset, step.other(), step.step());
    if (object.walks.add(walk)) {
      changes++;
      apply(object, walk);
    }
  }

  private void apply(MemoryObject object, Walk walk) {
    long offset = object.shape.fold(walk.offset());
    long other = object.shape.fold(walk.other());
    Range array = arrayAround(object, offset, other, walk.step());
    if (array == null) {
      reshape(object, object.shape.withStride(walk.step()));
    } else {
      Range folded =
          new Range(array.start(), array.end(), Stride.gcd(array.element(), walk.step()));
      reshape(object, object.shape.withArray(folded));
    }
  }

  private static @Nullable Range arrayAround(
      MemoryObject object, long offset, long other, long step) {
    Range best = null;
    for (Range known : object.declared) {
      Range array = known.moved(object.shape.fold(known.start()) - known.start());
      boolean around = array.contains(offset) && array.contains(other) && step < array.length();
      if (around
          && !leaves(object, offset, array)
          && !leaves(object, other, array)
          && (best == null || array.length() < best.length())) {
        best = array;
      }
    }
    return best;
  }

  // A pointer to a struct that begins with an array may become a pointer to bytes: it then walks
  // over the struct.
  private static boolean leaves(MemoryObject object, long offset, Range array) {
    for (Map.Entry<Long, Long> e : object.recast.entrySet()) {
      if (object.shape.fold(e.getKey()) == offset && offset + e.getValue() > array.end()) {
        return true;
      }
    }
    return false;
  }

  /** Does what is to be done, until nothing is. */
  void solve() {
    while (true) {
      if (!work.isEmpty()) {
        handOn(work.poll());
      } else if (isHurried && !walked.isEmpty()) {
        walkNow(walked.poll());
      } else if (!moved.isEmpty()) {
        if (edges != edgesSearched) {
          edgesSearched = edges;
          new Cycles(this).search(movers);
        }
        for (int i = moved.size(); i > 0; i--) {
          Fire fire = moved.poll();
          fire(fire.move(), fire.place());
        }
      } else if (!walked.isEmpty()) {
        walkNow(walked.poll());
      } else {
        return;
      }
    }
  }

  /** Looks again at arithmetic that was taken to stay in its array. */
  void walkAgain() {
    for (MemoryObject object : objects) {
      List.copyOf(object.walks).forEach(w -> apply(object, w));
    }
    solve();
  }
}
