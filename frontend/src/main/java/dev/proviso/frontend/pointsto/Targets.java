// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where a value may point to, once everything is known.
 *
 * @param places where exactly
 * @param anywhere objects that it may point to any offset of
 * @param wild it may also be a number that is no address and not null
 */
record Targets(Set<Place> places, Set<MemoryObject> anywhere, boolean wild) {

  static Targets none(boolean wild) {
    return new Targets(Set.of(), Set.of(), wild);
  }

  static Targets of(Value value) {
    return new Targets(new LinkedHashSet<>(value.targets()), Set.of(), value.root().wild);
  }

  Targets or(Targets other) {
    Set<Place> allPlaces = new LinkedHashSet<>(places);
    allPlaces.addAll(other.places);
    Set<MemoryObject> allAnywhere = new LinkedHashSet<>(anywhere);
    allAnywhere.addAll(other.anywhere);
    return new Targets(allPlaces, allAnywhere, wild || other.wild);
  }

  Targets moved(Stride by) {
    Set<Place> movedPlaces = new LinkedHashSet<>();
    Set<MemoryObject> lost = new LinkedHashSet<>(anywhere);
    for (Place place : places) {
      if (by.step() == 0) {
        movedPlaces.addAll(place.moved(by.shift()));
        continue;
      }
      long shift = Math.floorMod(by.shift(), by.step());
      Place to = place.plus(shift);
      if (to.plus(by.step()).canonical() == to.canonical()) {
        movedPlaces.add(to.canonical());
      } else {
        lost.add(place.object);
      }
    }
    return new Targets(movedPlaces, lost, wild);
  }
}
