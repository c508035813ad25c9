// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arrays that stand in an object, at the offsets that its shape tells apart: pointer arithmetic
 * that starts in one stays in it.
 */
final class KnownArrays {
  private final Set<Range> arrays = new LinkedHashSet<>();

  /** Where pointers to composites became other pointers: the size of the largest. */
  private final Map<Long, Long> recast = new HashMap<>();

  KnownArrays(Shape shape, Collection<Range> declared, Map<Long, Long> recast) {
    declared.forEach(a -> arrays.add(a.moved(shape.fold(a.start()) - a.start())));
    recast.forEach((offset, size) -> this.recast.merge(shape.fold(offset), size, Math::max));
  }

  /** The smallest that holds both offsets and is longer than the step; none where a walk leaves. */
  @Nullable Range around(long offset, long other, long step) {
    Range best = null;
    for (Range array : arrays) {
      boolean around = array.contains(offset) && array.contains(other) && step < array.length();
      if (around
          && !leaves(offset, array)
          && !leaves(other, array)
          && (best == null || array.length() < best.length())) {
        best = array;
      }
    }
    return best;
  }

  // A pointer to a struct that begins with an array may become a pointer to bytes: it then walks
  // over the struct.
  private boolean leaves(long offset, Range array) {
    return offset + recast.getOrDefault(offset, 0L) > array.end();
  }
}
