// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cells that a region starts with: a function from addresses to cells, of which the formula
 * holds the values it was asked for, and that equal addresses have equal ones (Ackermann's
 * reduction).
 */
final class InitialCells {
  private final Formula formula;
  private final Supplier<Term> newCell;
  private final @Nullable Zeros zeros;
  private final Map<Term, Term> known = new LinkedHashMap<>();

  /** A range of addresses where the cells are zero. */
  record Zeros(Term from, Term to, Term zero) {}

  /**
   * @param newCell makes a variable as wide as a cell
   */
  InitialCells(Formula formula, Supplier<Term> newCell, @Nullable Zeros zeros) {
    this.formula = formula;
    this.newCell = newCell;
    this.zeros = zeros;
  }

  /** Those that were asked for. */
  List<MemoryCell> cells() {
    return known.entrySet().stream().map(e -> new MemoryCell(e.getKey(), e.getValue())).toList();
  }

  Term read(Term address) {
    Term cell = known.get(address);
    if (cell != null) {
      return cell;
    }
    Terms terms = formula.terms();
    Term isZero = zeros == null ? terms.no() : terms.inRange(address, zeros.from(), zeros.to());
    if (zeros != null && isZero.isTrue()) {
      return zeros.zero();
    }
    Term value = newCell.get();
    int before = known.size();
    formula.relate(
        () ->
            Stream.concat(
                zeros == null
                    ? Stream.empty()
                    : Stream.of(terms.implies(isZero, terms.equal(value, zeros.zero()))),
                known.entrySet().stream()
                    .limit(before)
                    .map(
                        e ->
                            terms.implies(
                                terms.equal(address, e.getKey()),
                                terms.equal(value, e.getValue())))));
    known.put(address, value);
    return value;
  }
}
