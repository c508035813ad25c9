// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.Expr;
import java.math.BigInteger;
import java.util.Set;

/**
 * An object that is to hold anything.
 *
 * @param regions those that it has a part of
 */
record ArbitraryObject(Formula formula, Set<Region> regions) {

  /** True if all that can be reached is the one object, and too narrow to be pointers. */
  boolean isAllThatIsReached(Expr pointer) {
    Expr anySize = pointer;
    return formula.memory().pointsTo().touched(pointer, anySize).containsAll(regions)
        && regions.stream().allMatch(r -> r.cellBits() < formula.memory().addresses().bits());
  }

  /**
   * @param inside an address in it
   */
  void set(SymbolicState state, Term inside) {
    Terms terms = formula.terms();
    BigInteger spacing = formula.memory().addresses().spacing();
    Term start = terms.bitAnd(inside, terms.number(spacing.negate(), inside.bits()));
    Term end = terms.add(start, terms.number(spacing, inside.bits()));
    for (Region region : regions) {
      InitialCells cells =
          formula.scramble(
              new InitialCells(formula, () -> formula.choice(region.cellBits()), null), start, end);
      state.set(region, state.get(region).range(start, end, cells::read));
    }
  }
}
