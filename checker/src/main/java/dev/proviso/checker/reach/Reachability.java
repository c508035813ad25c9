// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.abstractor.Abstractor;
import dev.proviso.abstraction.abstractor.StateVariables;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.predicate.Precision;

/** Decides whether a goal can be reached in the boolean program of a precision. */
public interface Reachability {
  /** Explores until the goal is met or nothing new is found. */
  Outcome explore(Precision precision, Goal goal);

  /** What exploration found. */
  sealed interface Outcome {
    /** The goal cannot be reached. */
    record Safe(long states) implements Outcome {}

    /** The goal is reached along this path. */
    record Reached(AbstractPath path) implements Outcome {}
  }

  static Reachability of(
      Blocks blocks, Abstractor abstractor, Bdds bdds, StateVariables variables) {
    return new Bebop(blocks, abstractor, bdds, variables);
  }
}
