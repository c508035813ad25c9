// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;

/**
 * Path edges that were found in one step, and by which step: abstract paths are read off their
 * causes.
 */
record Ring(CutPoint cut, Bdd pathEdges, Cause cause) {

  /** The step that found them. */
  sealed interface Cause {}

  /** The program's start, through the entry's block. */
  record Start(Block block, Exit exit) implements Cause {}

  /** Through a block. */
  record Through(Ring before, Block block, Exit exit) implements Cause {}

  /** A call: these are path edges at the callee's entry. */
  record Call(Ring before, CutPoint.BeforeCall call) implements Cause {}

  /** Over a call, by the callee's path edges at its exit. */
  record Return(Ring before, CutPoint.BeforeCall call, Ring calleeExit) implements Cause {}
}
