// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.pointsto.Region;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Everything holds anything. */
class ArbitraryStart implements StartState {
  private final Formula formula;
  private final Map<Cell, Term> cells = new LinkedHashMap<>();
  private final Map<Region, Contents> regions = new HashMap<>();
  private final Map<Region, InitialCells> memory = new LinkedHashMap<>();

  ArbitraryStart(Formula formula) {
    this.formula = formula;
  }

  final Formula formula() {
    return formula;
  }

  final Terms terms() {
    return formula.terms();
  }

  @Override
  public final Term cell(Cell cell) {
    Term known = cells.get(cell);
    if (known == null) {
      known = newCell(cell);
      cells.put(cell, known);
    }
    return known;
  }

  @Override
  public final Contents region(Region region) {
    Contents known = regions.get(region);
    if (known == null) {
      InitialCells start = newRegion(region);
      memory.put(region, start);
      known = Contents.of(start);
      regions.put(region, known);
    }
    return known;
  }

  @Override
  public final InitialValues asked() {
    return InitialValues.of(cells, memory.values().stream());
  }

  @Override
  public final Map<Region, Set<Term>> askedAddresses() {
    Map<Region, Set<Term>> result = new LinkedHashMap<>();
    memory.forEach(
        (region, start) -> {
          Set<Term> addresses = new LinkedHashSet<>();
          start.cells().forEach(c -> addresses.add(c.address()));
          result.put(region, addresses);
        });
    return result;
  }

  /** What a cell holds that is asked for the first time. */
  Term newCell(Cell cell) {
    AddressSpace addresses = formula.memory().addresses();
    if (cell.variable() == addresses.allocationTop()) {
      // Always at the start of a space: that its low bits are zero makes sums cheap.
      int low = addresses.spacing().bitLength() - 1;
      Term number = terms().variable(terms().freshName(cell.variable().id()), cell.bits() - low);
      return terms().concat(number, terms().number(0, low));
    }
    return terms().variable(terms().freshName(cell.variable().id()), cell.bits());
  }

  /** What a region holds that is asked for the first time. */
  InitialCells newRegion(Region region) {
    return new InitialCells(formula, () -> newCell(region), null);
  }

  /** A variable for one of its cells. */
  final Term newCell(Region region) {
    return terms().variable(terms().freshName("M." + region.id()), region.cellBits());
  }
}
