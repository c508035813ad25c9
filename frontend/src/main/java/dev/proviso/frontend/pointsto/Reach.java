// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The objects that are found from values or places by following pointers. */
final class Reach {
  private final SparseSet places = new SparseSet();
  private final SparseSet values = new SparseSet();
  private final SparseSet known = new SparseSet();
  private final List<MemoryObject> objects = new ArrayList<>();

  private Reach() {}

  static Reach ofValues(Collection<Value> values) {
    Reach reach = new Reach();
    values.forEach(reach::add);
    reach.follow();
    return reach;
  }

  static Reach ofPlaces(Collection<Place> places) {
    Reach reach = new Reach();
    places.forEach(p -> reach.add(p.object));
    reach.follow();
    return reach;
  }

  /** In the order in which they were found. */
  List<MemoryObject> objects() {
    return objects;
  }

  boolean holds(MemoryObject object) {
    return known.contains(object.id);
  }

  /** How many of the objects were not found there. */
  int without(Reach other) {
    return known.without(other.known).size();
  }

  /** True if all is found here that would be found from the value. */
  boolean covers(Value value) {
    Value v = value.root();
    for (Place place : v.list(v.places.without(places))) {
      if (!known.contains(place.object.id)) {
        return false;
      }
    }
    return true;
  }

  private void add(Value value) {
    Value v = value.root();
    if (values.add(v.number)) {
      SparseSet found = new SparseSet();
      places.addAll(v.places, found);
      v.list(found).forEach(p -> add(p.object));
    }
  }

  private void add(MemoryObject object) {
    if (known.add(object.id)) {
      objects.add(object);
    }
  }

  private void follow() {
    for (int i = 0; i < objects.size(); i++) {
      objects.get(i).cells.values().forEach(c -> add(c.value));
    }
  }
}
