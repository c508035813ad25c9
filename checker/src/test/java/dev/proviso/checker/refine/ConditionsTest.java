// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private final Expr x;
  private final Expr y;
  private final Expr d;
  private final Expr e;
  private final Type wide;

  ConditionsTest() throws InputException {
    Program program =
        Frontend.readText(
            "a.c",
            "int x; int y; double d; long w; long double e;",
            Frontend.Options.of(Target.LP64));
    List<Expr> reads =
        program.globals().stream().map(g -> (Expr) Expr.Read.of(LValue.Var.of(g))).toList();
    x = reads.get(0);
    y = reads.get(1);
    d = reads.get(2);
    wide = reads.get(3).type();
    e = reads.get(4);
  }

  private static Expr number(long value) {
    return Expr.IntConst.of(value, IntType.INT);
  }

  private static List<String> atoms(Expr condition) {
    return Conditions.atoms(condition).stream().map(Expr::toString).toList();
  }

  @Test
  void connectivesAreTakenApart() {
    Expr less = Expr.Binary.of(BinaryOp.LESS, x, y);
    Expr different = Expr.Binary.of(BinaryOp.NOT_EQUAL, x, number(3));
    Expr both = Expr.Binary.of(BinaryOp.AND, less, Expr.Unary.of(UnaryOp.NOT, different));
    assertThat(atoms(Expr.Binary.of(BinaryOp.OR, both, y)))
        .containsExactly("(x < y)", "(x == 3)", "y");
    assertThat(atoms(number(1))).isEmpty();
    assertThat(atoms(Expr.Cast.of(less, wide))).containsExactly("(x < y)");
  }

  @Test
  void aChoiceInAComparisonIsDecidedFirst() {
    Expr choice = Expr.Conditional.of(Expr.Binary.of(BinaryOp.EQUAL, x, number(0)), y, number(5));
    assertThat(atoms(Expr.Binary.of(BinaryOp.EQUAL, choice, number(5))))
        .containsExactly("(x == 0)", "(y == 5)");
    assertThat(atoms(Expr.Binary.of(BinaryOp.LESS, number(5), choice)))
        .containsExactly("(x == 0)", "(5 < y)");
  }

  @Test
  void onlyExactAndSmallConditionsAreTracked() {
    assertThat(Conditions.isTrackable(Expr.Binary.of(BinaryOp.LESS, x, y))).isTrue();
    assertThat(Conditions.isTrackable(Expr.Binary.of(BinaryOp.EQUAL, d, d))).isTrue();
    assertThat(Conditions.isTrackable(Expr.Binary.of(BinaryOp.EQUAL, e, e))).isFalse();
    Expr sum = x;
    for (int i = 0; i < 50; i++) {
      sum = Expr.Binary.of(BinaryOp.MULTIPLY, sum, y);
    }
    assertThat(Conditions.isTrackable(sum)).isFalse();
  }
}
