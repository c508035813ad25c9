// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.certify;

import dev.proviso.abstraction.encode.Encoding;
import dev.proviso.abstraction.encode.SymbolicState;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.program.Expr;
import java.util.HashMap;
import java.util.Map;

/** A state in which conditions are asked. Asked one thing twice, it gives the same term. */
sealed interface Moment {
  Term truth(Expr condition);

  /** A state of which the formula says nothing: what is true in it stays as it is. */
  record Before(Encoding encoding, Map<Expr, Term> known) implements Moment {
    Before(Encoding encoding) {
      this(encoding, new HashMap<>());
    }

    @Override
    public Term truth(Expr condition) {
      return known.computeIfAbsent(
          condition, c -> encoding.terms().boolVariable(encoding.terms().freshName("then")));
    }
  }

  /**
   * A state of the formula.
   *
   * @param guard true in models that pass it
   */
  record In(
      Encoding encoding, SymbolicState state, int activation, Term guard, Map<Expr, Term> known)
      implements Moment {
    In(Encoding encoding, SymbolicState state, int activation, Term guard) {
      this(encoding, state, activation, guard, new HashMap<>());
    }

    @Override
    public Term truth(Expr condition) {
      Term term = known.get(condition);
      if (term == null) {
        term = encoding.truth(condition, state, activation, guard);
        known.put(condition, term);
      }
      return term;
    }
  }

  /** A claim as a formula: what is shared in the diagram is shared in the term. */
  static Term truth(Claim claim, Moment entry, Moment now, Encoding encoding) {
    Term[] terms = new Term[claim.nodes().size() + Claim.FIRST];
    terms[Claim.NO] = encoding.terms().no();
    terms[Claim.YES] = encoding.terms().yes();
    for (int i = 0; i < claim.nodes().size(); i++) {
      Claim.Node node = claim.nodes().get(i);
      Moment when =
          switch (node.atom().when()) {
            case ENTRY -> entry;
            case NOW -> now;
          };
      terms[i + Claim.FIRST] =
          encoding
              .terms()
              .ite(
                  when.truth(node.atom().predicate().condition()),
                  terms[node.whereTrue()],
                  terms[node.whereFalse()]);
    }
    Term result = terms[claim.root()];
    for (Expr fact : claim.facts()) {
      result = encoding.terms().and(result, now.truth(fact));
    }
    return result;
  }
}
