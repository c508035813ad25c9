// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Copies of sets that iterate in the order of the enum: those of {@code Set.copyOf} change from run
 * to run.
 */
final class OrderedSets {
  private OrderedSets() {}

  static <E extends Enum<E>> Set<E> copy(Set<E> words) {
    return words.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(words));
  }
}
