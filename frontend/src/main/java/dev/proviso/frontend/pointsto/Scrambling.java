// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.Memory.Place;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * Unknown code is handed pointers. A pointer to a T that it can reach may afterwards point to each T that it can reach, or to
 * an external T: code that keeps to the types of its pointers can do no more. Untyped pointers count as a type of their own.
 */
final class Scrambling implements BulkMove {
  private final Constraints constraints;
  private final List<Expr> pointers;
  private final Map<Type, Value> byPointee = new LinkedHashMap<>();

  Scrambling(Constraints constraints, List<Expr> pointers) {
    this.constraints = constraints;
    this.pointers = pointers;
  }

  @Override
  public void apply() {
    SequencedSet<Node> reached = reachable(constraints.memory, pointers.stream().map(constraints::value).toList());
    for (Node node : reached) {
      for (Cell cell : List.copyOf(node.cells.values())) {
        cell.pointees.forEach(p -> share(cell, p));
      }
    }
    for (Expr pointer : pointers) {
      if (pointer.type() instanceof PointerType p && byPointee.containsKey(p.pointee())) {
        constraints.memory.flowOnce(constraints.value(pointer), byPointee.get(p.pointee()));
      }
    }
    for (Node node : reached) {
      for (Node.Embedded embedded : List.copyOf(node.embedded)) {
        if (byPointee.containsKey(embedded.type())) {
          constraints.memory.point(byPointee.get(embedded.type()), new Place(node, embedded.offset()));
        }
      }
    }
  }

  private void share(Cell cell, Type pointee) {
    Memory memory = constraints.memory;
    Value all = byPointee.get(pointee);
    if (all == null) {
      all = new Value();
      byPointee.put(pointee, all);
      memory.point(all, constraints.external(pointee));
    }
    memory.flowOnce(cell.value, all);
    memory.flowOnce(all, cell.value);
  }

  /** The objects that are found from the values by following pointers. */
  static SequencedSet<Node> reachable(Memory memory, List<Value> values) {
    SequencedSet<Node> reached = new LinkedHashSet<>();
    Deque<Value> work = new ArrayDeque<>(values);
    while (!work.isEmpty()) {
      Value value = work.poll();
      if (memory.hasTarget(value)) {
        Node node = memory.target(value).root();
        if (reached.add(node)) {
          node.cells.values().forEach(c -> work.add(c.value));
        }
      }
    }
    return reached;
  }
}
