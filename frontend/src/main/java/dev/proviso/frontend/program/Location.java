// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

/**
 * A point in a procedure's control flow. Its identity is the procedure and the ordinal that
 * lowering gave it, stable from run to run.
 */
public record Location(String procedure, int ordinal) implements Comparable<Location> {
  @Override
  public int compareTo(Location other) {
    int byProcedure = procedure.compareTo(other.procedure);
    return byProcedure != 0 ? byProcedure : Integer.compare(ordinal, other.ordinal);
  }

  @Override
  public String toString() {
    return procedure + "#" + ordinal;
  }
}
