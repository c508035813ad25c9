// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

/** Operators with two operands, assignments and the comma apart. */
public enum BinaryOperator {
  MULTIPLY("*"),
  DIVIDE("/"),
  REMAINDER("%"),
  ADD("+"),
  SUBTRACT("-"),
  SHIFT_LEFT("<<"),
  SHIFT_RIGHT(">>"),
  LESS("<"),
  GREATER(">"),
  LESS_EQUAL("<="),
  GREATER_EQUAL(">="),
  EQUAL("=="),
  NOT_EQUAL("!="),
  BIT_AND("&"),
  BIT_XOR("^"),
  BIT_OR("|"),
  LOGICAL_AND("&&"),
  LOGICAL_OR("||");

  private final String text;

  BinaryOperator(String text) {
    this.text = text;
  }

  /** As it is written in C. */
  public String text() {
    return text;
  }
}
