// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import java.util.ArrayList;
import java.util.List;

/** A formula in the making: constraints that all hold together, and what they share. */
final class Formula {
  private final Terms terms;
  private final Memory memory;
  private final Inexactness inexactness;
  private final List<Term> constraints = new ArrayList<>();

  Formula(Terms terms, Memory memory, Inexactness inexactness) {
    this.terms = terms;
    this.memory = memory;
    this.inexactness = inexactness;
  }

  Terms terms() {
    return terms;
  }

  Memory memory() {
    return memory;
  }

  Inexactness inexactness() {
    return inexactness;
  }

  void constrain(Term constraint) {
    if (!constraint.isTrue()) {
      constraints.add(constraint);
    }
  }

  /** The constraints since the last call. */
  List<Term> takeConstraints() {
    List<Term> taken = List.copyOf(constraints);
    constraints.clear();
    return taken;
  }
}
