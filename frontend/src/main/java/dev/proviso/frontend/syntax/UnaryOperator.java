// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

/** Operators with one operand. */
public enum UnaryOperator {
  PLUS("+"),
  MINUS("-"),
  COMPLEMENT("~"),
  NOT("!"),
  DEREFERENCE("*"),
  ADDRESS("&"),
  PRE_INCREMENT("++"),
  PRE_DECREMENT("--"),
  POST_INCREMENT("++"),
  POST_DECREMENT("--"),
  REAL("__real__"),
  IMAGINARY("__imag__");

  private final String text;

  UnaryOperator(String text) {
    this.text = text;
  }

  /** As it is written in C. */
  public String text() {
    return text;
  }
}
