// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.abstractor.Abstractor;
import dev.proviso.abstraction.abstractor.Relations;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.checker.certify.Claim;
import java.util.SequencedMap;

/** Decides whether a goal can be reached in the boolean program of a precision. */
public interface Reachability {
  /** Explores until the goal is met or nothing new is found. */
  Outcome explore(Precision precision, Goal goal);

  /**
   * Asks of each transition that a path takes whether the program has it. Those that it has not are
   * gone from the next exploration on.
   *
   * @return true if there were any
   */
  boolean sharpen(Outcome.Reached reached, Precision precision);

  /**
   * Whether the boolean program of another precision has the path, by these relations. No matter
   * which states it passes.
   */
  boolean has(Outcome.Reached reached, Relations relations, Precision precision);

  /** What exploration found. */
  sealed interface Outcome {
    /**
     * The goal cannot be reached.
     *
     * @param claims what is true at each cut point that can
     */
    record Safe(SequencedMap<CutPoint, Claim> claims) implements Outcome {}

    /**
     * The goal is reached along this path.
     *
     * @param states the same, with the states that it passes
     */
    record Reached(AbstractPath path, Path<Transfer.Way, CutPoint.BeforeCall> states)
        implements Outcome {}
  }

  static Reachability of(
      Blocks blocks, Abstractor abstractor, Bdds bdds, StateVariables variables) {
    return new Bebop(blocks, abstractor, bdds, variables);
  }
}
