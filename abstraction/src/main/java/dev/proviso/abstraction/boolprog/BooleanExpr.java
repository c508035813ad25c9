// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

/** A condition over the variables of a boolean program. */
public sealed interface BooleanExpr {
  record Constant(boolean value) implements BooleanExpr {}

  /** Either value, chosen anew each time. */
  record Any() implements BooleanExpr {}

  record Variable(String name) implements BooleanExpr {}

  /** In a constraint: a variable's value after the assignment. */
  record Next(String name) implements BooleanExpr {}

  record Not(BooleanExpr operand) implements BooleanExpr {}

  record And(BooleanExpr left, BooleanExpr right) implements BooleanExpr {}

  record Or(BooleanExpr left, BooleanExpr right) implements BooleanExpr {}

  record Equal(BooleanExpr left, BooleanExpr right) implements BooleanExpr {}

  /**
   * C2bp's choice (Ball, Majumdar, Millstein, Rajamani, PLDI 2001): true where the one condition
   * holds, else false where the other does, else either.
   */
  record Choose(BooleanExpr whereTrue, BooleanExpr whereFalse) implements BooleanExpr {}

  BooleanExpr TRUE = new Constant(true);
  BooleanExpr FALSE = new Constant(false);
  BooleanExpr ANY = new Any();

  /** The negation, without a double one. */
  static BooleanExpr not(BooleanExpr operand) {
    return switch (operand) {
      case Constant e -> e.value() ? FALSE : TRUE;
      case Not e -> e.operand();
      case Any e -> e;
      case Variable e -> new Not(e);
      case Next e -> new Not(e);
      case And e -> new Not(e);
      case Or e -> new Not(e);
      case Equal e -> new Not(e);
      case Choose e -> new Not(e);
    };
  }

  static BooleanExpr and(BooleanExpr left, BooleanExpr right) {
    if (left.equals(FALSE) || right.equals(TRUE)) {
      return left;
    }
    return left.equals(TRUE) || right.equals(FALSE) ? right : new And(left, right);
  }

  static BooleanExpr or(BooleanExpr left, BooleanExpr right) {
    if (left.equals(TRUE) || right.equals(FALSE)) {
      return left;
    }
    return left.equals(FALSE) || right.equals(TRUE) ? right : new Or(left, right);
  }

  static BooleanExpr equal(BooleanExpr left, BooleanExpr right) {
    if (left.equals(TRUE)) {
      return right;
    }
    return right.equals(TRUE) ? left : new Equal(left, right);
  }
}
