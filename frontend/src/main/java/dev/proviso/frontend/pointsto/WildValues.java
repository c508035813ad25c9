// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Finds the values that may be numbers which are no address: constants, memory that nobody wrote,
 * results of arithmetic.
 */
final class WildValues {
  private final World world;
  private final List<Value> arbitrary = new ArrayList<>();
  private final Deque<Value> work = new ArrayDeque<>();

  WildValues(World world) {
    this.world = world;
  }

  /** The memory there may hold any numbers. */
  void addMemory(Value address) {
    arbitrary.add(address);
  }

  void spread() {
    for (Value address : arbitrary) {
      address.targets().forEach(p -> markAll(p.object));
    }
    for (MemoryObject object : world.memory.objects()) {
      if (object.thing instanceof Thing.Nobody
          || object.thing instanceof Thing.Allocated a && !a.zeroed()) {
        markAll(object);
      }
    }
    Set<Value> done = Collections.newSetFromMap(new IdentityHashMap<>());
    work.addAll(world.values);
    world.memory.objects().forEach(o -> o.cells.values().forEach(c -> work.add(c.value)));
    while (!work.isEmpty()) {
      Value value = work.poll().root();
      if ((value.wild || isNobodys(value)) && done.add(value)) {
        value.wild = true;
        value.copies.forEach(this::mark);
        value.moves().forEach(m -> mark(m.to));
      }
    }
  }

  private static boolean isNobodys(Value value) {
    return value.targets().stream().anyMatch(p -> p.object.thing instanceof Thing.Nobody);
  }

  private static void markAll(MemoryObject object) {
    object.cells.values().forEach(c -> c.value.root().wild = true);
  }

  private void mark(Value to) {
    Value value = to.root();
    if (!value.wild) {
      value.wild = true;
      work.add(value);
    }
  }
}
