// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.pointsto.Region;

/**
 * What cells and regions hold before the program's static initialisers are done: static storage is
 * zero.
 */
final class ProgramStart extends ArbitraryStart {
  private final Formula formula;

  ProgramStart(Formula formula) {
    super(formula.terms(), formula.memory().addresses().bits());
    this.formula = formula;
  }

  @Override
  Term newCell(Cell cell) {
    if (cell.variable() == formula.memory().addresses().allocationTop()) {
      return terms().number(formula.memory().addresses().firstAllocation(), cell.bits());
    }
    return cell.variable().isGlobal() ? terms().number(0, cell.bits()) : super.newCell(cell);
  }

  @Override
  Term newRegion(Region region) {
    Term array = super.newRegion(region);
    AddressSpace addresses = formula.memory().addresses();
    Term from = terms().number(addresses.firstStatic(), addresses.bits());
    Term to = terms().number(addresses.firstLocal(), addresses.bits());
    formula.zeroFacts().add(region, terms().yes(), array, from, to, formula::constrain);
    return array;
  }
}
