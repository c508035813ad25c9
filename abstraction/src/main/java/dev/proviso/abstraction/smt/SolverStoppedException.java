// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

/** The solver gave up: a limit, an interruption, or an answer of "unknown". */
public final class SolverStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SolverStoppedException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
