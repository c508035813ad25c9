// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

/**
 * A variable of a boolean program; one object for each.
 *
 * @param procedure whose it is; empty for a global
 */
record Variable(String procedure, String name) {
  boolean isGlobal() {
    return procedure.isEmpty();
  }

  /** A procedure's result: no variable of the program, but it has a value. */
  static Variable result(String procedure, int index) {
    return new Variable(procedure, "return " + index);
  }
}
