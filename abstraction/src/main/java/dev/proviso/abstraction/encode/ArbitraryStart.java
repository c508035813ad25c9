// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.pointsto.Region;
import java.util.HashMap;
import java.util.Map;

/** Everything holds anything. */
class ArbitraryStart implements StartState {
  private final Terms terms;
  private final int addressBits;
  private final Map<Cell, Term> cells = new HashMap<>();
  private final Map<Region, Contents> regions = new HashMap<>();

  ArbitraryStart(Terms terms, int addressBits) {
    this.terms = terms;
    this.addressBits = addressBits;
  }

  final Terms terms() {
    return terms;
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
      known = Contents.of(newRegion(region));
      regions.put(region, known);
    }
    return known;
  }

  /** What a cell holds that is asked for the first time. */
  Term newCell(Cell cell) {
    return terms.variable(terms.freshName(cell.variable().id()), cell.bits());
  }

  /** What a region holds that is asked for the first time. */
  Term newRegion(Region region) {
    return terms.arrayVariable(terms.freshName("M." + region.id()), addressBits, region.cellBits());
  }
}
