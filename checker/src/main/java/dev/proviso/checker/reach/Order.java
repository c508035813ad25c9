// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import java.util.Comparator;

/** In which order an exploration takes what is new. */
public sealed interface Order<P> {
  /** As it comes: paths are as short as can be, and what is new in one step is explored alone. */
  record BreadthFirst<P>() implements Order<P> {}

  /**
   * The least place first, and all that is new there at once: where ways meet, the states of all of
   * them are one set.
   */
  record Ranked<P>(Comparator<P> places) implements Order<P> {}
}
