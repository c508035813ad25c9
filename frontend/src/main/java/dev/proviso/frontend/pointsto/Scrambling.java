// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.types.PointerType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Unknown code is handed pointers. A pointer to a T that it can reach may afterwards point to each
 * T that it can reach, or to an external T: code that keeps to the types of its pointers can do no
 * more. Untyped pointers count as a type of their own.
 */
final class Scrambling {
  private final Constraints constraints;
  private final Memory memory;
  private final List<Expr> pointers;

  /** By the type of what is pointed to: see {@link PointeeTypes}. */
  private final Map<Integer, Value> byPointee = new HashMap<>();

  /** What it reached when it was applied last. */
  private Reach reached = Reach.ofValues(List.of());

  Scrambling(Constraints constraints, List<Expr> pointers) {
    this.constraints = constraints;
    this.memory = constraints.world.memory;
    this.pointers = pointers;
  }

  /** How many objects it reached when it was applied last. */
  int size() {
    return reached.objects().size();
  }

  void apply() {
    reached = Reach.ofValues(handed());
    for (MemoryObject object : reached.objects()) {
      for (Cell cell : List.copyOf(object.cells.values())) {
        cell.pointees.forEach(p -> share(cell, p));
      }
    }
    handOver(byPointee);
    for (MemoryObject object : reached.objects()) {
      for (MemoryObject.Embedded embedded : List.copyOf(object.embedded)) {
        Value all = byPointee.get(memory.pointees.number(embedded.type()));
        if (all != null) {
          memory.inclusions.point(all, object.place(embedded.offset()));
        }
      }
    }
  }

  /** True if it reaches nothing that the other did not reach, which was just applied. */
  boolean isWithin(Scrambling other) {
    return handed().stream().allMatch(other.reached::covers);
  }

  /** Applies it where it is within another that was just applied: that has done the rest. */
  void applyWithin(Scrambling other) {
    handOver(other.byPointee);
  }

  private List<Value> handed() {
    return pointers.stream().map(constraints::value).toList();
  }

  private void handOver(Map<Integer, Value> reachable) {
    for (Expr pointer : pointers) {
      if (pointer.type() instanceof PointerType p) {
        Value all = reachable.get(memory.pointees.number(p.pointee()));
        if (all != null) {
          memory.inclusions.flow(constraints.value(pointer), all);
        }
      }
    }
  }

  private void share(Cell cell, int pointee) {
    Value all = byPointee.get(pointee);
    if (all == null) {
      all = memory.inclusions.newValue();
      byPointee.put(pointee, all);
      memory.inclusions.point(all, constraints.world.external(memory.pointees.get(pointee)));
    }
    memory.inclusions.merge(cell.value, all);
  }
}
