// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionTest {
  private static final CutPoint HERE = new CutPoint.At(new Location("f", 1));
  private static final CutPoint THERE = new CutPoint.At(new Location("f", 2));

  private final Expr x;
  private final Expr y;
  private final Expr one = Expr.IntConst.of(1, IntType.INT);

  PrecisionTest() throws InputException {
    Program program = Frontend.readText("a.c", "int x; int y;", Frontend.Options.of(Target.LP64));
    x = Expr.Read.of(LValue.Var.of(program.globals().get(0)));
    y = Expr.Read.of(LValue.Var.of(program.globals().get(1)));
  }

  private static String text(Expr condition) {
    return Predicate.of(condition).map(Predicate::toString).orElse("none");
  }

  @Test
  void aConditionAndItsNegationAreOnePredicate() {
    assertThat(text(Expr.Binary.of(BinaryOp.NOT_EQUAL, x, y))).isEqualTo("(x == y)");
    assertThat(text(Expr.Binary.of(BinaryOp.LESS_OR_EQUAL, x, y))).isEqualTo("(y < x)");
    assertThat(text(Expr.Binary.of(BinaryOp.LESS, x, y))).isEqualTo("(x < y)");
    assertThat(text(Expr.Unary.of(UnaryOp.NOT, Expr.Binary.of(BinaryOp.NOT_EQUAL, x, y))))
        .isEqualTo("(x == y)");
    assertThat(text(Expr.Binary.of(BinaryOp.EQUAL, one, x))).isEqualTo("(x == 1)");
    assertThat(text(x)).isEqualTo("x");
    assertThat(Predicate.of(one)).isEmpty();
  }

  @Test
  void aPrecisionKeepsWhatItHasAndItsOrder() {
    Predicate p = new Predicate(x);
    Predicate q = new Predicate(y);
    Precision first = Precision.EMPTY.with(HERE, List.of(p));
    Precision second = first.with(HERE, List.of(q, p)).with(THERE, List.of(q));
    assertThat(first.at(HERE)).containsExactly(p);
    assertThat(second.at(HERE)).containsExactly(p, q);
    assertThat(second.with(HERE, List.of(q))).isSameAs(second);
    assertThat(second.size()).isEqualTo(2);
    assertThat(second.entries()).isEqualTo(3);
    assertThat(second.cuts()).containsExactly(HERE, THERE);
    assertThat(second).hasToString("f#1\n  x\n  y\nf#2\n  y\n");
    assertThat(Precision.EMPTY.at(THERE)).isEmpty();
  }
}
