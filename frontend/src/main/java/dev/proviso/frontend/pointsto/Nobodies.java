// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives pointers that are accessed through but point to no object something to point to: one object
 * for all values that may be the same number.
 */
final class Nobodies {
  private final World world;
  private final Map<Value, List<Value>> neighbours = new IdentityHashMap<>();
  private final Set<Value> derived = Collections.newSetFromMap(new IdentityHashMap<>());

  Nobodies(World world) {
    this.world = world;
  }

  /** True if some pointer got a target. */
  boolean seed() {
    neighbours.clear();
    derived.clear();
    world.values.forEach(this::connect);
    world.memory.objects().forEach(o -> o.cells.values().forEach(c -> connect(c.value)));
    boolean any = false;
    for (Value pointer : List.copyOf(world.dereferenced)) {
      Value value = pointer.root();
      if (isEmpty(value)) {
        any = true;
        Place place = world.memory.newObject(new Thing.Nobody()).place(0);
        List<Value> component = component(value);
        List<Value> sources = component.stream().filter(v -> !derived.contains(v)).toList();
        (sources.isEmpty() ? List.of(value) : sources)
            .forEach(v -> world.memory.inclusions.point(v, place));
      }
    }
    return any;
  }

  private void connect(Value value) {
    Value from = value.root();
    if (isEmpty(from)) {
      from.copies.forEach(c -> connect(from, c.root()));
      from.moves().forEach(m -> connect(from, m.to.root()));
    }
  }

  private void connect(Value from, Value to) {
    if (from != to && isEmpty(to)) {
      derived.add(to);
      neighbours.computeIfAbsent(from, v -> new ArrayList<>()).add(to);
      neighbours.computeIfAbsent(to, v -> new ArrayList<>()).add(from);
    }
  }

  private static boolean isEmpty(Value root) {
    return root.places.isEmpty() && !root.isNull;
  }

  private List<Value> component(Value start) {
    Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Value> found = new ArrayList<>(List.of(start));
    seen.add(start);
    for (int i = 0; i < found.size(); i++) {
      for (Value next : neighbours.getOrDefault(found.get(i), List.of())) {
        if (seen.add(next)) {
          found.add(next);
        }
      }
    }
    return found;
  }
}
