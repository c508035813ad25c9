// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.bdd.Bdd;
import java.util.List;

/**
 * Path edges at one place that are explored together. Paths are read off their causes.
 *
 * @param arrivals how they were found, in that order; together they are the path edges
 */
record Ring<P, S, C>(P place, Bdd pathEdges, List<Arrival<P, S, C>> arrivals) {
  Ring {
    arrivals = List.copyOf(arrivals);
  }

  /** Path edges that were found in one step, and by which step. */
  record Arrival<P, S, C>(Bdd pathEdges, Cause<P, S, C> cause) {}

  /** The step that found them. */
  sealed interface Cause<P, S, C> {}

  /** The program's start. */
  record Start<P, S, C>(S step) implements Cause<P, S, C> {}

  /** A step inside a procedure. */
  record Through<P, S, C>(Ring<P, S, C> before, S step) implements Cause<P, S, C> {}

  /** A call: these are path edges at the callee's entry. */
  record Called<P, S, C>(Ring<P, S, C> before, C call) implements Cause<P, S, C> {}

  /** Over a call, by the callee's path edges at its exit. */
  record Returned<P, S, C>(Ring<P, S, C> before, C call, Ring<P, S, C> calleeExit)
      implements Cause<P, S, C> {}
}
