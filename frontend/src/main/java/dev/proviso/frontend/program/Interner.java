// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/** Keeps one representative of equal values, for as long as somebody uses it. */
final class Interner<T> {
  private final Map<T, WeakReference<T>> pool = new WeakHashMap<>();

  synchronized T intern(T candidate) {
    WeakReference<T> known = pool.get(candidate);
    T representative = known == null ? null : known.get();
    if (representative == null) {
      pool.put(candidate, new WeakReference<>(candidate));
      return candidate;
    }
    return representative;
  }
}
