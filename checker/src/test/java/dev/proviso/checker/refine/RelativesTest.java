// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RelativesTest {
  /** The relatives of some conditions about the variables of a procedure, as text. */
  private static List<String> relatives(String conditions) throws InputException {
    StringBuilder text =
        new StringBuilder("void f(int a, int b, int c, int d, long w, int *p) {\n");
    for (String condition : conditions.split(";")) {
      text.append("  if (").append(condition).append(") a = 0;\n");
    }
    Program program = Frontend.readText("a.c", text + "}\n", Frontend.Options.of(Target.LP64));
    Procedure procedure = Objects.requireNonNull(program.procedures().get("f"));
    Procedure.Body.Defined body = (Procedure.Body.Defined) procedure.body();
    List<Expr> taken =
        body.cfg().edges().stream()
            .filter(e -> e.origin().branch() != null)
            .filter(e -> Objects.requireNonNull(e.origin().branch()).value().equals("true"))
            .flatMap(
                e ->
                    e.statement() instanceof Statement.Assume s
                        ? List.of(s.condition()).stream()
                        : null)
            .toList();
    return Relatives.of(taken).stream().map(e -> e.toString().replace("f::", "")).toList();
  }

  @Test
  void anEqualityAndAnOrderMeetInTheirCommonVariable() throws InputException {
    assertThat(relatives("a == b; c < b")).containsExactly("(a == c)", "(b == c)");
    assertThat(relatives("b == a; b < c")).containsExactly("(a == c)", "(b == c)");
  }

  @Test
  void othersHaveNone() throws InputException {
    assertThat(relatives("a == b; c < d")).isEmpty();
    assertThat(relatives("a == b; a < b")).isEmpty();
    assertThat(relatives("a == b; c < b + 1")).isEmpty();
    assertThat(relatives("a == b; *p < b")).isEmpty();
    assertThat(relatives("a < b; c < b")).isEmpty();
  }

  @Test
  void variablesOfOtherTypesAreNotCompared() throws InputException {
    assertThat(relatives("a == b; w < b")).isEmpty();
  }
}
