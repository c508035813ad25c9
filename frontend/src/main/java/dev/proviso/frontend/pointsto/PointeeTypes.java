// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Numbers for types: sets of them are cheaper than sets of types, which compare by structure. */
final class PointeeTypes {
  private final List<Type> all = new ArrayList<>();
  private final Map<Type, Integer> equal = new HashMap<>();
  private final Map<Type, Integer> same = new IdentityHashMap<>();

  int number(Type type) {
    Integer known = same.get(type);
    if (known == null) {
      known = equal.get(type);
      if (known == null) {
        known = all.size();
        all.add(type);
        equal.put(type, known);
      }
      same.put(type, known);
    }
    return known;
  }

  Type get(int number) {
    return all.get(number);
  }
}
