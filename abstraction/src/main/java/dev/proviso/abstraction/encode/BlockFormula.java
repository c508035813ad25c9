// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.smt.Term;
import java.util.List;
import java.util.Map;

/**
 * A block as a formula. Its models, with {@link #reached} of an exit assumed, are the ways through
 * the block to that exit: following from the exit the first arc into each node that is taken gives
 * one.
 *
 * @param constraints what all models satisfy
 * @param taken for each arc of the block, in its order: true where it is passed
 * @param ends the states at the exits
 * @param labels for each labelled arc its switch: where the switch is false, the arc's statement is
 *     not part of the formula
 */
public record BlockFormula(
    Block block,
    List<Term> constraints,
    List<Term> taken,
    Map<Exit, End> ends,
    Map<Integer, Term> labels) {

  /** The state in which an exit is reached. */
  public record End(Term reached, SymbolicState state) {}

  public Term reached(Exit exit) {
    return end(exit).reached();
  }

  public End end(Exit exit) {
    End end = ends.get(exit);
    if (end == null) {
      throw new IllegalArgumentException(exit + " is no exit of " + block);
    }
    return end;
  }
}
