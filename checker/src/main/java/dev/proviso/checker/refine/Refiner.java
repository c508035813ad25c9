// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.checker.reach.AbstractPath;
import java.util.function.IntPredicate;

/** Judges abstract paths. */
public interface Refiner {
  /**
   * @param precision with which the path was found
   */
  Refinement refine(AbstractPath path, Precision precision, Transitions transitions);

  /** The transitions of the boolean program along the path. */
  interface Transitions {
    /**
     * Takes out of the boolean program what of these parts of the path is none of the program's.
     *
     * @param parts true of the places of parts that count
     * @return true if there was any
     */
    boolean exclude(IntPredicate parts);
  }
}
