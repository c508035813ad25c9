// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Unions of small immutable sets that share an operand where they can. */
final class Sets {
  private Sets() {}

  static <T> Set<T> union(Set<T> a, Set<T> b) {
    if (a.size() < b.size()) {
      return unionOrdered(b, a);
    }
    return unionOrdered(a, b);
  }

  private static <T> Set<T> unionOrdered(Set<T> large, Set<T> small) {
    if (large.containsAll(small)) {
      return large;
    }
    Set<T> all = new LinkedHashSet<>(large);
    all.addAll(small);
    return Collections.unmodifiableSet(all);
  }
}
