// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.StateVariables;

/**
 * The boolean program's transition relations, over the copies of {@link StateVariables}. Each is
 * complete for the states it was asked for, and may hold more: intersect it with them.
 */
public interface Relations {
  /** From the program's start through its entry's block: over NEXT. */
  Bdd start(Block block, Exit exit, Precision precision);

  /**
   * Through a block to one of its exits: over CURRENT and NEXT.
   *
   * @param states over CURRENT
   */
  Bdd post(Block block, Exit exit, Bdd states, Precision precision);

  /**
   * Into a callee: over CURRENT and CALLEE_ENTRY.
   *
   * @param states over CURRENT
   */
  Bdd enter(CutPoint.BeforeCall call, Bdd states, Precision precision);

  /**
   * Over a call: over CURRENT, CALLEE_ENTRY, CALLEE_EXIT and NEXT.
   *
   * @param states over CURRENT
   * @param summary how the callee gets from entry to exit: over CALLEE_ENTRY and CALLEE_EXIT
   */
  Bdd leave(CutPoint.BeforeCall call, Bdd states, Bdd summary, Precision precision);
}
