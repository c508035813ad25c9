// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.checker.reach.AbstractPath;

/** Judges abstract paths. */
public interface Refiner {
  /**
   * @param precision with which the path was found
   */
  Refinement refine(AbstractPath path, Precision precision, Transitions transitions);

  /** The transitions of the boolean program along the path. */
  interface Transitions {
    /**
     * Takes those out that are none of the program's.
     *
     * @return true if there were any
     */
    boolean exclude();
  }
}
