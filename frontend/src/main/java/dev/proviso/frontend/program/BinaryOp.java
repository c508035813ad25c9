// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

/** Operators with two operands. */
public enum BinaryOp {
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  REMAINDER("%"),
  BIT_AND("&"),
  BIT_OR("|"),
  BIT_XOR("^"),
  SHIFT_LEFT("<<"),
  SHIFT_RIGHT(">>"),
  /** A pointer moved by a number of bytes. */
  POINTER_ADD("+b"),
  EQUAL("=="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  /** Logical and; both sides are evaluated, neither can end the path. */
  AND("&&"),
  /** Logical or; both sides are evaluated, neither can end the path. */
  OR("||");

  private final String spelling;

  BinaryOp(String spelling) {
    this.spelling = spelling;
  }

  public String spelling() {
    return spelling;
  }

  /** True where the result is an {@code int} that is 0 or 1. */
  public boolean isBoolean() {
    return switch (this) {
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, AND, OR -> true;
      case ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          REMAINDER,
          BIT_AND,
          BIT_OR,
          BIT_XOR,
          SHIFT_LEFT,
          SHIFT_RIGHT,
          POINTER_ADD ->
          false;
    };
  }
}
