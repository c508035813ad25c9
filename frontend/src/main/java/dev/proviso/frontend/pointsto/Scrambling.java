// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * Unknown code is handed pointers. A pointer to a T that it can reach may afterwards point to each
 * T that it can reach, or to an external T: code that keeps to the types of its pointers can do no
 * more. Untyped pointers count as a type of their own.
 */
final class Scrambling implements BulkMove {
  private final Constraints constraints;
  private final Memory memory;
  private final List<Expr> pointers;
  private final Map<Type, Value> byPointee = new LinkedHashMap<>();

  Scrambling(Constraints constraints, List<Expr> pointers) {
    this.constraints = constraints;
    this.memory = constraints.world.memory;
    this.pointers = pointers;
  }

  @Override
  public void apply() {
    SequencedSet<Place> handed = new LinkedHashSet<>();
    pointers.forEach(p -> handed.addAll(constraints.value(p).targets()));
    SequencedSet<MemoryObject> reached = reachable(handed);
    for (MemoryObject object : reached) {
      for (Cell cell : List.copyOf(object.cells.values())) {
        cell.pointees.forEach(p -> share(cell, memory.pointees.get(p)));
      }
    }
    for (Expr pointer : pointers) {
      if (pointer.type() instanceof PointerType p && byPointee.containsKey(p.pointee())) {
        memory.inclusions.flow(constraints.value(pointer), byPointee.get(p.pointee()));
      }
    }
    for (MemoryObject object : reached) {
      for (MemoryObject.Embedded embedded : List.copyOf(object.embedded)) {
        if (byPointee.containsKey(embedded.type())) {
          memory.inclusions.point(byPointee.get(embedded.type()), object.place(embedded.offset()));
        }
      }
    }
  }

  private void share(Cell cell, Type pointee) {
    Value all = byPointee.get(pointee);
    if (all == null) {
      all = memory.inclusions.newValue();
      byPointee.put(pointee, all);
      memory.inclusions.point(all, constraints.world.external(pointee));
    }
    memory.inclusions.flow(cell.value, all);
    memory.inclusions.flow(all, cell.value);
  }

  /** The objects that are found from the places by following pointers. */
  static SequencedSet<MemoryObject> reachable(Collection<Place> places) {
    SequencedSet<MemoryObject> reached = new LinkedHashSet<>();
    Deque<Place> work = new ArrayDeque<>(places);
    while (!work.isEmpty()) {
      MemoryObject object = work.poll().object;
      if (reached.add(object)) {
        object.cells.values().forEach(c -> work.addAll(c.value.targets()));
      }
    }
    return reached;
  }
}
