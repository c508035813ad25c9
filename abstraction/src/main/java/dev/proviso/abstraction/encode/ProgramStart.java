// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.pointsto.Region;

/**
 * What cells and regions hold before the program's static initialisers are done: static storage is
 * zero.
 */
final class ProgramStart extends ArbitraryStart {
  ProgramStart(Formula formula) {
    super(formula);
  }

  @Override
  Term newCell(Cell cell) {
    if (cell.variable() == formula().memory().addresses().allocationTop()) {
      return terms().number(formula().memory().addresses().firstAllocation(), cell.bits());
    }
    return cell.variable().isGlobal() ? terms().number(0, cell.bits()) : super.newCell(cell);
  }

  @Override
  InitialCells newRegion(Region region) {
    AddressSpace addresses = formula().memory().addresses();
    return new InitialCells(
        formula(),
        () -> newCell(region),
        new InitialCells.Zeros(
            terms().number(addresses.firstStatic(), addresses.bits()),
            terms().number(addresses.firstLocal(), addresses.bits()),
            terms().number(0, region.cellBits())));
  }
}
