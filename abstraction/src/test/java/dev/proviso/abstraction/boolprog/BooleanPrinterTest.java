// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.boolprog.BooleanExpr.Variable;
import dev.proviso.abstraction.boolprog.BooleanProcedure.Line;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BooleanPrinterTest {
  private static final Variable A = new Variable("a");
  private static final Variable X = new Variable("x == 0");

  @Test
  void programsAreBebops() {
    BooleanProcedure f =
        new BooleanProcedure(
            "f",
            List.of("a"),
            1,
            List.of("x == 0"),
            List.of(
                Line.of(new BooleanStatement.Goto(List.of("L1", "L2"))).explained("f.c:3"),
                Line.of(new BooleanStatement.Assert(A)).labelled("L1"),
                Line.of(new BooleanStatement.Skip()).labelled("L2"),
                Line.of(new BooleanStatement.Return(List.of(X)))));
    BooleanProcedure main =
        new BooleanProcedure(
            "main",
            List.of(),
            0,
            List.of("b"),
            List.of(
                Line.of(new BooleanStatement.Call(List.of("b"), "f", List.of(BooleanExpr.ANY))),
                Line.of(new BooleanStatement.Return(List.of()))));
    assertThat(BooleanPrinter.print(new BooleanProgram(List.of("g"), List.of(main, f))))
        .isEqualTo(
            """
            decl g;

            void main()
            begin
              decl b;
              b := f(*);
              return;
            end

            bool f(a)
            begin
              decl {x == 0};
              goto L1, L2; // f.c:3
            L1:
              assert(a);
            L2:
              skip;
              return {x == 0};
            end
            """);
  }

  @Test
  void expressionsAreBracketed() {
    BooleanExpr both = new BooleanExpr.And(A, new BooleanExpr.Or(X, BooleanExpr.FALSE));
    assertThat(BooleanPrinter.print(both)).isEqualTo("(a & ({x == 0} | F))");
    assertThat(BooleanPrinter.print(new BooleanExpr.Choose(both, new BooleanExpr.Not(A))))
        .isEqualTo("schoose [(a & ({x == 0} | F)), !a]");
    BooleanExpr next =
        new BooleanExpr.Equal(new BooleanExpr.Next("a"), new BooleanExpr.Next("x == 0"));
    BooleanStatement assign =
        new BooleanStatement.Assign(
            List.of("a", "x == 0"), List.of(BooleanExpr.ANY, BooleanExpr.TRUE), Optional.of(next));
    assertThat(BooleanPrinter.print(assign))
        .isEqualTo("a, {x == 0} := *, T constrain (('a = '{x == 0}))");
  }

  @Test
  void connectivesFold() {
    assertThat(BooleanExpr.and(BooleanExpr.TRUE, A)).isEqualTo(A);
    assertThat(BooleanExpr.and(A, BooleanExpr.FALSE)).isEqualTo(BooleanExpr.FALSE);
    assertThat(BooleanExpr.or(BooleanExpr.FALSE, A)).isEqualTo(A);
    assertThat(BooleanExpr.or(A, BooleanExpr.TRUE)).isEqualTo(BooleanExpr.TRUE);
    assertThat(BooleanExpr.not(BooleanExpr.not(A))).isEqualTo(A);
  }
}
