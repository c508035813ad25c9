// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.frontend.pointsto.PointsTo;

/** How a program's objects are laid out: all that encoding needs to know besides the code. */
public final class Memory {
  private final PointsTo pointsTo;
  private final AddressSpace addresses;
  private final ProgramVariables variables;
  private final CellLayout cells = new CellLayout();

  public Memory(PointsTo pointsTo, AddressSpace addresses, ProgramVariables variables) {
    this.pointsTo = pointsTo;
    this.addresses = addresses;
    this.variables = variables;
    pointsTo.extend(variables::values);
  }

  public PointsTo pointsTo() {
    return pointsTo;
  }

  public AddressSpace addresses() {
    return addresses;
  }

  public ProgramVariables variables() {
    return variables;
  }

  CellLayout cells() {
    return cells;
  }
}
