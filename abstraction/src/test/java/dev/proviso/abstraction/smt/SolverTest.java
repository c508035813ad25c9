// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SolverTest {
  /** The effort of asking for two factors of a number. */
  private static long effortOfFactors(int bits, long product) {
    try (Solver solver = new Solver()) {
      long before = solver.effort();
      Terms terms = solver.terms();
      Term a = terms.variable("a", bits);
      Term b = terms.variable("b", bits);
      Term one = terms.number(1, bits);
      try (Session session = solver.session()) {
        session.add(terms.equal(terms.multiply(a, b), terms.number(product, bits)));
        session.add(terms.not(terms.equal(a, one)));
        session.add(terms.not(terms.equal(b, one)));
        session.isSatisfiable();
      }
      return solver.effort() - before;
    }
  }

  @Test
  void effortIsTheSameEachTime() {
    assertThat(effortOfFactors(12, 3599)).isPositive().isEqualTo(effortOfFactors(12, 3599));
  }

  @Test
  void whatIsHarderTakesMoreEffort() {
    assertThat(effortOfFactors(14, 8633)).isGreaterThan(effortOfFactors(6, 35));
  }
}
