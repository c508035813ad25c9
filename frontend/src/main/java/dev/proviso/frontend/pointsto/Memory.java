// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.Node.Walk;
import dev.proviso.frontend.pointsto.Value.Flow;
import dev.proviso.frontend.types.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects and where values point to: a solver of constraints by unification, after Steensgaard (POPL 1996), with offsets
 * in bytes as in Lattner's data structure analysis. A value without target passes nothing on (Steensgaard's conditional
 * join), so integers do not tie pointers together.
 */
final class Memory {
  private final List<Node> nodes = new ArrayList<>();
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final Deque<Place> walked = new ArrayDeque<>();
  private final Deque<Walk> walks = new ArrayDeque<>();
  private long changes;

  /** An offset in a node. */
  record Place(Node node, long offset) {
    Place plus(long distance) {
      return distance == 0 ? this : new Place(node, offset + distance);
    }

    Node root() {
      return node.root();
    }

    /** The offset in the root. */
    long position() {
      Node root = node.root();
      return root.shape.fold(offset + node.shift());
    }
  }

  Node newNode(boolean isInternal) {
    Node node = new Node(nodes.size(), isInternal);
    nodes.add(node);
    return node;
  }

  /** The roots in order of creation. */
  List<Node> roots() {
    return nodes.stream().filter(n -> n.root() == n).toList();
  }

  /** Grows whenever something changes. */
  long changes() {
    return changes;
  }

  // Values

  void flow(Value from, Value to) {
    flow(from, new Flow(to, 0, 0, 0));
  }

  void flow(Value from, Flow flow) {
    Value source = from.root();
    if (source == flow.to().root() && flow.shift() == 0 && flow.step() == 0) {
      return;
    }
    source.flows.add(flow);
    if (source.target != null) {
      work.add(() -> fire(from, flow));
    }
  }

  /** A flow that may be asked for again and again. */
  void flowOnce(Value from, Value to) {
    Value target = to.root();
    if (from.root().flows.stream().noneMatch(f -> f.to().root() == target && f.shift() == 0 && f.step() == 0)) {
      flow(from, to);
    }
  }

  private void fire(Value from, Flow flow) {
    Place place = target(from);
    Node node = place.root();
    if (flow.size() > 0) {
      changes += node.recast.merge(place.position(), flow.size(), Math::max) == flow.size() ? 0 : 1;
    }
    Place moved = place.plus(flow.shift());
    if (flow.step() > 0) {
      walk(place, new Walk(0, 0, flow.step()));
    }
    point(flow.to(), moved);
  }

  /** Makes the value point there too. */
  void point(Value value, Place place) {
    Value v = value.root();
    if (v.target == null) {
      changes++;
      v.target = place.node();
      v.offset = place.offset();
      v.flows.forEach(f -> work.add(() -> fire(v, f)));
    } else {
      unify(new Place(v.target, v.offset), place);
    }
  }

  boolean hasTarget(Value value) {
    return value.root().target != null;
  }

  /** Where the value points to: into objects of nobody's if nothing is known yet. */
  Place target(Value value) {
    Value v = value.root();
    Node target = v.target;
    if (target == null) {
      Place place = new Place(newNode(false), 0);
      point(v, place);
      return place;
    }
    return new Place(target, v.offset);
  }

  private void merge(Value a, Value b) {
    Value first = a.root();
    Value second = b.root();
    if (first == second) {
      return;
    }
    Node target = second.target;
    if (target == null && first.target != null) {
      second.flows.forEach(f -> work.add(() -> fire(first, f)));
    }
    second.mergeInto(first);
    if (target != null) {
      boolean fresh = first.target == null;
      if (fresh) {
        point(first, new Place(target, second.offset));
      } else {
        unify(new Place(target, second.offset), target(first));
      }
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
    Node node = place.root();
    long start = place.position();
    Map.Entry<Long, Cell> known = node.cells.floorEntry(start);
    if (known != null && known.getValue().end() >= start + length) {
      return known.getValue();
    }
    changes++;
    return insert(node, new Cell(start, length));
  }

  private Cell insert(Node node, Cell cell) {
    cell.start = node.shape.fold(cell.start);
    Shape crossed = crossed(node.shape, cell);
    if (crossed != node.shape) {
      Cell merged = put(node, cell);
      reshape(node, crossed);
      return containing(node, node.shape.fold(merged.start));
    }
    return put(node, cell);
  }

  private static Cell containing(Node node, long position) {
    return node.cells.floorEntry(position).getValue();
  }

  // An access across the end of an element tells no offsets in there apart.
  private static Shape crossed(Shape shape, Cell cell) {
    if (shape.stride() > 1 && cell.end() > shape.stride()) {
      return shape.withStride(1);
    }
    for (Range array : shape.arrays()) {
      if (array.element() > 1 && array.contains(cell.start) && cell.end() > array.start() + array.element()) {
        return shape.withArray(new Range(array.start(), array.end(), 1));
      }
    }
    return shape;
  }

  private Cell put(Node node, Cell cell) {
    TreeMap<Long, Cell> cells = node.cells;
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

  // Nodes

  void unify(Place a, Place b) {
    if (a.root() != b.root() || a.position() != b.position()) {
      work.add(() -> unifyNow(a, b));
    }
  }

  private void unifyNow(Place a, Place b) {
    Node first = a.root();
    Node second = b.root();
    if (first == second) {
      long distance = a.position() - b.position();
      if (distance != 0) {
        walk(a, new Walk(0, distance, Math.abs(distance)));
      }
      return;
    }
    long positionA = a.offset() + a.node().shift();
    long positionB = b.offset() + b.node().shift();
    if (first.cells.size() + first.objects.size() >= second.cells.size() + second.objects.size()) {
      absorb(first, second, positionA - positionB);
    } else {
      absorb(second, first, positionB - positionA);
    }
  }

  private void absorb(Node large, Node small, long distance) {
    changes++;
    small.mergeInto(large, distance);
    small.declared.forEach(d -> large.declared.add(d.moved(distance)));
    small.recast.forEach((offset, size) -> large.recast.merge(offset + distance, size, Math::max));
    small.walks.forEach(w -> large.walks.add(new Walk(w.offset() + distance, w.other() + distance, w.step())));
    small.embedded.forEach(e -> large.embedded.add(new Node.Embedded(e.offset() + distance, e.type())));
    small.objects.forEach(o -> large.objects.add(new Node.Placed(o.offset() + distance, o.thing())));
    large.externalCode |= small.externalCode;
    mergeSignatures(large, small);
    TreeMap<Long, Cell> cells = small.cells;
    Shape shape = large.shape.merge(small.shape, distance);
    small.clear();
    if (!shape.equals(large.shape)) {
      reshape(large, shape);
    }
    for (Cell cell : cells.values()) {
      cell.start += distance;
      insert(large, cell);
    }
  }

  private void mergeSignatures(Node large, Node small) {
    Signature other = small.signature;
    Signature own = large.signature;
    if (own == null || other == null) {
      large.signature = own == null ? other : own;
      return;
    }
    unify(new Place(own.result, 0), new Place(other.result, 0));
    for (int i = 0; i < other.parameters.size(); i++) {
      unify(new Place(parameter(own, i), 0), new Place(other.parameters.get(i), 0));
    }
  }

  Node parameter(Signature signature, int index) {
    while (signature.parameters.size() <= index) {
      signature.parameters.add(newNode(true));
    }
    return signature.parameters.get(index);
  }

  /** Makes it so that the node does not tell apart what the shape does not. */
  private void reshape(Node node, Shape shape) {
    if (node.shape.equals(shape)) {
      return;
    }
    changes++;
    node.shape = shape;
    List<Cell> cells = new ArrayList<>(node.cells.values());
    node.cells.clear();
    cells.forEach(c -> insert(node, c));
  }

  /** The elements of the array are not told apart. */
  void foldArray(Place place, long length, long element) {
    if (element > 0 && length > element) {
      long start = place.position();
      Node node = place.root();
      reshape(node, node.shape.withArray(new Range(start, start + length, element)));
    }
  }

  void declareArray(Place place, long length, long element) {
    long start = place.position();
    if (element > 0 && place.root().declared.add(new Range(start, start + length, element))) {
      changes++;
    }
  }

  // Arithmetic on pointers

  // Its offsets are made absolute when it is done: after everything else, when most arrays are known.
  private void walk(Place place, Walk relative) {
    walked.add(place);
    walks.add(relative);
  }

  private void walkNow(Place place, Walk relative) {
    Node node = place.root();
    long offset = place.position();
    Walk walk = new Walk(offset, offset - relative.other(), relative.step());
    if (node.walks.add(walk)) {
      changes++;
    }
    apply(node, walk);
  }

  private void apply(Node node, Walk walk) {
    long offset = node.shape.fold(walk.offset());
    long other = node.shape.fold(walk.other());
    Range array = arrayAround(node, offset, other, walk.step());
    if (array == null) {
      reshape(node, node.shape.withStride(walk.step()));
    } else {
      Range folded = new Range(array.start(), array.end(), Stride.gcd(array.element(), walk.step()));
      reshape(node, node.shape.withArray(folded));
    }
  }

  private static @Nullable Range arrayAround(Node node, long offset, long other, long step) {
    Range best = null;
    for (Range known : node.declared) {
      Range array = known.moved(node.shape.fold(known.start()) - known.start());
      boolean around = array.contains(offset) && array.contains(other) && step < array.length();
      if (around && !leaves(node, offset, array) && !leaves(node, other, array)
          && (best == null || array.length() < best.length())) {
        best = array;
      }
    }
    return best;
  }

  // A pointer to a struct that begins with an array may become a pointer to bytes: it then walks over the struct.
  private static boolean leaves(Node node, long offset, Range array) {
    for (Map.Entry<Long, Long> e : node.recast.entrySet()) {
      if (node.shape.fold(e.getKey()) == offset && offset + e.getValue() > array.end()) {
        return true;
      }
    }
    return false;
  }

  /** Does what is to be done, until nothing is. */
  void solve() {
    while (true) {
      while (!work.isEmpty()) {
        work.poll().run();
      }
      if (walked.isEmpty()) {
        return;
      }
      walkNow(walked.poll(), walks.poll());
    }
  }

  /** Looks again at arithmetic that was taken to stay in its array. */
  void walkAgain() {
    for (Node node : roots()) {
      List.copyOf(node.walks).forEach(w -> apply(node, w));
    }
    solve();
  }
}
