// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

import java.util.List;

/**
 * A program all of whose variables are truth values (Ball, Rajamani, SPIN 2000). Execution starts
 * in {@code main}.
 *
 * @param globals by name; arbitrary at the start
 */
public record BooleanProgram(List<String> globals, List<BooleanProcedure> procedures) {
  public BooleanProgram {
    globals = List.copyOf(globals);
    procedures = List.copyOf(procedures);
  }
}
