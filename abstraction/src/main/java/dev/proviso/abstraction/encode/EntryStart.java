// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.program.Variable;

/**
 * A procedure is entered: everything holds anything, but entry values are what their variables
 * hold.
 */
final class EntryStart extends ArbitraryStart {
  private final ProgramVariables variables;

  EntryStart(Formula formula) {
    super(formula);
    this.variables = formula.memory().variables();
  }

  @Override
  Term newCell(Cell cell) {
    Variable original = variables.original(cell.variable());
    if (original == cell.variable()) {
      return super.newCell(cell);
    }
    int activation = original.isGlobal() ? Cell.STATIC : cell.activation();
    return cell(new Cell(activation, original, cell.offset(), cell.bits()));
  }
}
