// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.Memory.Place;
import dev.proviso.frontend.pointsto.Node.Thing;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Finds the values that may be numbers which are no address: constants, memory that nobody wrote, results of arithmetic. */
final class WildValues {
  private final Memory memory;
  private final Deque<Value> work = new ArrayDeque<>();

  WildValues(Memory memory) {
    this.memory = memory;
  }

  void spread(List<Place> arbitrary, List<Value> values) {
    arbitrary.forEach(p -> p.root().cells.values().forEach(c -> c.value.root().wild = true));
    for (Node node : memory.roots()) {
      boolean isFresh =
          !node.isInternal && node.objects.isEmpty()
              || node.objects.stream().anyMatch(o -> o.thing() instanceof Thing.Allocated a && !a.zeroed());
      node.cells.values().forEach(c -> c.value.root().wild |= isFresh);
    }
    Set<Value> done = Collections.newSetFromMap(new IdentityHashMap<>());
    work.addAll(values);
    while (!work.isEmpty()) {
      Value value = work.poll().root();
      if (value.wild && done.add(value)) {
        value.flows.forEach(f -> mark(f.to().root()));
      }
    }
  }

  private void mark(Value value) {
    if (!value.wild) {
      value.wild = true;
      work.add(value);
    }
  }
}
