// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.encode.SymbolicState;
import dev.proviso.abstraction.predicate.StateVariables.Copy;
import dev.proviso.abstraction.predicate.Tracked;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.program.Expr;
import java.util.List;

/**
 * The formula of a transition relation: its models are the transitions.
 *
 * @param reached what must be true besides the context's formula
 */
record TransitionFormula(BlockContext context, Term reached, List<End> ends) {
  TransitionFormula {
    ends = List.copyOf(ends);
  }

  /**
   * One of the states that a transition relates.
   *
   * @param procedure whose predicates are meant
   * @param guard true in models that pass the state
   */
  record End(
      String procedure,
      Tracked tracked,
      Copy copy,
      SymbolicState state,
      int activation,
      Term guard) {
    /** When a condition is true there. */
    Term truth(Expr condition, BlockContext context) {
      return context.encoding().truth(condition, state, activation, guard);
    }
  }
}
