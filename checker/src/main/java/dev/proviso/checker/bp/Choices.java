// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.boolprog.BooleanExpr;
import java.util.function.Function;

/** Conditions in one state, evaluated without BDDs: which values can they have? */
record Choices(Function<String, Boolean> now, Function<String, Boolean> next) {

  boolean canBe(BooleanExpr expr, boolean value) {
    return switch (expr) {
      case BooleanExpr.Constant e -> e.value() == value;
      case BooleanExpr.Any e -> true;
      case BooleanExpr.Variable e -> now.apply(e.name()) == value;
      case BooleanExpr.Next e -> next.apply(e.name()) == value;
      case BooleanExpr.Not e -> canBe(e.operand(), !value);
      case BooleanExpr.And e ->
          value
              ? canBe(e.left(), true) && canBe(e.right(), true)
              : canBe(e.left(), false) || canBe(e.right(), false);
      case BooleanExpr.Or e ->
          value
              ? canBe(e.left(), true) || canBe(e.right(), true)
              : canBe(e.left(), false) && canBe(e.right(), false);
      case BooleanExpr.Equal e ->
          canBe(e.left(), true) && canBe(e.right(), value)
              || canBe(e.left(), false) && canBe(e.right(), !value);
      case BooleanExpr.Choose e ->
          value
              ? canBe(e.whereTrue(), true)
                  || canBe(e.whereTrue(), false) && canBe(e.whereFalse(), false)
              : canBe(e.whereTrue(), false);
    };
  }
}
