// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.types.PointerType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Unknown code is handed pointers. A pointer to a T that it can reach may afterwards point to each
 * T that it can reach, or to an external T: code that keeps to the types of its pointers can do no
 * more. Untyped pointers count as a type of their own.
 */
final class Scrambling {
  /** At most one in so many of the objects is not reached by a call that is like another. */
  private static final int PART = 8;

  private final World world;
  private final Memory memory;
  private final List<Handed> handed = new ArrayList<>();

  /** By the type of what is pointed to: see {@link PointeeTypes}. */
  private final Map<Integer, Value> byPointee = new HashMap<>();

  /** What it reached when it was applied last. */
  private Reach reached = Reach.ofValues(List.of());

  /** What one call hands over. */
  private record Handed(Constraints constraints, List<Expr> pointers) {}

  Scrambling(Constraints constraints, List<Expr> pointers) {
    this.world = constraints.world;
    this.memory = world.memory;
    handed.add(new Handed(constraints, pointers));
  }

  /** How many objects it reached when it was applied last. */
  int size() {
    return reached.objects().size();
  }

  void apply() {
    reached = Reach.ofValues(values());
    for (MemoryObject object : reached.objects()) {
      for (Cell cell : List.copyOf(object.cells.values())) {
        cell.pointees.forEach(p -> share(cell, p));
      }
    }
    handOver(byPointee);
    byPointee.forEach(
        (type, all) ->
            memory.embedded(type).stream()
                .filter(p -> reached.holds(p.object))
                .forEach(p -> memory.inclusions.point(all, p)));
  }

  /** True if it reaches nothing that the other did not reach, which was just applied. */
  boolean isWithin(Scrambling other) {
    return values().stream().allMatch(other.reached::covers);
  }

  /** True if nearly all that it reached is what the other reached. */
  boolean isLike(Scrambling other) {
    return reached.without(other.reached) * PART <= size();
  }

  /** From now on it does what the other did, as if both were one call. */
  void takeUp(Scrambling other) {
    handed.addAll(other.handed);
    memory.changed();
  }

  /** Applies it where it is within another that was just applied: that has done the rest. */
  void applyWithin(Scrambling other) {
    handOver(other.byPointee);
  }

  private List<Value> values() {
    return handed.stream().flatMap(h -> h.pointers().stream().map(h.constraints()::value)).toList();
  }

  private void handOver(Map<Integer, Value> reachable) {
    for (Handed call : handed) {
      for (Expr pointer : call.pointers()) {
        if (pointer.type() instanceof PointerType p) {
          Value all = reachable.get(memory.pointees.number(p.pointee()));
          if (all != null) {
            memory.inclusions.flow(call.constraints().value(pointer), all);
          }
        }
      }
    }
  }

  private void share(Cell cell, int pointee) {
    Value all = byPointee.get(pointee);
    if (all == null) {
      all = memory.inclusions.newValue();
      byPointee.put(pointee, all);
      memory.inclusions.point(all, world.external(memory.pointees.get(pointee)));
    }
    memory.inclusions.merge(cell.value, all);
  }
}
