// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.IntType;
import org.junit.jupiter.api.Test;

final class CostTest {
  private final Expr x = read("x");
  private final Expr old = read("old(x)");

  private static Expr read(String name) {
    return Expr.Read.of(
        LValue.Var.of(
            new Variable(name, name, IntType.INT, Variable.Kind.GLOBAL, false, SourceRange.NONE)));
  }

  private static Expr number(long value) {
    return Expr.IntConst.of(value, IntType.INT);
  }

  private static int cost(BinaryOp op, Expr left, Expr right) {
    return Cost.of(new Predicate(Expr.Binary.of(op, left, right)));
  }

  @Test
  void flagsAreCheaperThanOddNumbersAndCalculations() {
    int flag = cost(BinaryOp.EQUAL, x, number(0));
    int number = cost(BinaryOp.EQUAL, x, number(4711));
    int calculation =
        cost(BinaryOp.EQUAL, Expr.Binary.of(BinaryOp.BIT_AND, x, number(8)), number(0));
    assertThat(flag).isLessThan(number).isLessThan(calculation);
  }

  @Test
  void whatIsAsOnEntryIsCheaperThanEveryOneOfItsValues() {
    Expr less = Expr.Binary.of(BinaryOp.SUBTRACT, x, number(1));
    assertThat(cost(BinaryOp.EQUAL, x, old)).isLessThan(cost(BinaryOp.EQUAL, x, number(0)));
    assertThat(cost(BinaryOp.EQUAL, less, old)).isLessThan(cost(BinaryOp.EQUAL, less, number(2)));
  }
}
