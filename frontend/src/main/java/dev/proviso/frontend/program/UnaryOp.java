// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

/** Operators with one operand. */
public enum UnaryOp {
  NEGATE("-"),
  COMPLEMENT("~"),
  /** Logical negation: 1 where the operand is zero. */
  NOT("!");

  private final String spelling;

  UnaryOp(String spelling) {
    this.spelling = spelling;
  }

  public String spelling() {
    return spelling;
  }
}
