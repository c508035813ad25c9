// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.checker.reach.AbstractPath;

/** Judges abstract paths. */
public interface Refiner {
  /** The precision is the one with which the path was found. */
  Refinement refine(AbstractPath path, Precision precision);
}
