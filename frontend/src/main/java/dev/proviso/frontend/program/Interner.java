// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.ToIntFunction;

/** Keeps one representative of equal values, for as long as somebody uses it. */
final class Interner<T> {
  private static final int POOLS = 1 << 10;

  private final List<Map<T, WeakReference<T>>> pools = new ArrayList<>();
  private final ToIntFunction<T> spread;

  /**
   * @param spread the same for equal values, and if possible for no others, even where their hash
   *     codes are the same: those stay the same from run to run, this need not
   */
  Interner(ToIntFunction<T> spread) {
    this.spread = spread;
    for (int i = 0; i < POOLS; i++) {
      pools.add(new WeakHashMap<>(4));
    }
  }

  T intern(T candidate) {
    int code = spread.applyAsInt(candidate) * 0x9E3779B9;
    Map<T, WeakReference<T>> pool = pools.get(code >>> 22);
    synchronized (pool) {
      WeakReference<T> known = pool.get(candidate);
      T representative = known == null ? null : known.get();
      if (representative == null) {
        pool.put(candidate, new WeakReference<>(candidate));
        return candidate;
      }
      return representative;
    }
  }
}
