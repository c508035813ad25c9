// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayList;
import java.util.List;

/** All places, numbered in the order in which they were found. */
final class Places {
  private final List<Place> all = new ArrayList<>();

  Place add(MemoryObject object, long offset) {
    Place place = new Place(all.size(), object, offset);
    all.add(place);
    return place;
  }

  Place get(int number) {
    return all.get(number);
  }
}
