// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A closed program in which an {@code Abort} statement of the rule can be reached exactly if the
 * rule is broken.
 *
 * @param rule the rule's name
 * @param program driver, models, harness and rule, linked, handlers called at their events
 * @param state the rule's state variables, in order of declaration
 * @param watched the variable that holds the watched object; null where the rule watches none
 * @param applicability a program of the rule's handlers alone: any handler whose event occurs in
 *     code that may run is called in any order, with arbitrary arguments, from the initial state.
 *     Where it reaches no {@code Abort}, the rule does not apply
 * @param seeds conditions of the rule's guards over its state and parameters, as candidate
 *     predicates
 * @param assumptions what a proof rests on, one sentence each (the platform's part; the engine adds
 *     its own)
 */
public record WovenProgram(
    String rule,
    Program program,
    List<Variable> state,
    @Nullable Variable watched,
    Program applicability,
    List<Expr> seeds,
    List<String> assumptions) {

  public WovenProgram {
    state = List.copyOf(state);
    seeds = List.copyOf(seeds);
    assumptions = List.copyOf(assumptions);
  }
}
