// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names that no two things share: the later one gets a number. */
final class UniqueNames {
  private final Map<Object, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** The thing's name, by preference this one. */
  String of(Object thing, String preferred) {
    String known = names.get(thing);
    if (known == null) {
      known = preferred;
      for (int i = 2; !taken.add(known); i++) {
        known = preferred + "_" + i;
      }
      names.put(thing, known);
    }
    return known;
  }

  /** As an identifier. */
  static String identifier(String text) {
    return text.replaceAll("[^A-Za-z_0-9]", "_");
  }
}
