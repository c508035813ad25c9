// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.checker.verdict.Trace;
import dev.proviso.frontend.program.Edge;

/** What an abstract path turned out to be. */
public sealed interface Refinement {
  /**
   * An execution of the program.
   *
   * @param inputs what it takes to repeat it
   */
  record Feasible(Trace trace, Inputs inputs) implements Refinement {}

  /**
   * No execution; this precision tells more.
   *
   * @param undecided the last condition that the refutation needs, in code of the user's if any is
   */
  record Spurious(Precision precision, Edge undecided) implements Refinement {}

  /** No execution; the boolean program does not have the path any more, with what it tracks. */
  record Sharpened() implements Refinement {}

  /** Neither could be said. */
  record GaveUp(String reason, Edge place) implements Refinement {}
}
