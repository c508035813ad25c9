// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What decides a condition behind an assignment, for each way the two may lie to one another. */
class AssignmentsTest {
  private static final String TEXT =
      """
      struct pair { int f; int g; };
      int plain; int x; int y; int other; int a[4];
      struct pair s; struct pair t;
      int f(int i, int *p, struct pair *q) {
        plain = 7; x = 7; y = 7; other = 7; a[0] = 7; a[1] = 7; a[i] = 7; s.f = 7; s.g = 7; t.f = 7;
        *p = 7; q->f = 7; q->g = 7;
        return 0;
      }
      int main(void) { f(0, &x, &s); f(1, &y, &t); return f(2, &other == 0 ? &x : &y, &s); }
      """;

  private final Program program;
  private final PointsTo pointsTo;
  private final List<LValue> targets = new ArrayList<>();
  private final Expr seven = Expr.IntConst.of(7, IntType.INT);

  AssignmentsTest() throws InputException {
    program = Frontend.readText("a.c", TEXT, Frontend.Options.of(Target.LP64));
    pointsTo = PointsTo.analyse(program);
    Procedure f = program.procedures().get("f");
    if (f != null && f.body() instanceof Procedure.Body.Defined body) {
      for (Edge edge : body.cfg().edges()) {
        if (edge.statement() instanceof Statement.Assign assign) {
          targets.add(assign.target());
        }
      }
    }
  }

  private LValue place(String text) {
    return targets.stream()
        .filter(t -> t.toString().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " is not among " + targets));
  }

  private Set<String> before(String read, String target, Optional<Expr> value) {
    Expr condition =
        Expr.Binary.of(BinaryOp.EQUAL, Expr.Read.of(place(read)), Expr.Read.of(place("plain")));
    Set<Expr> result = new Assignments(pointsTo, 64).before(condition, place(target), value);
    return Set.copyOf(result.stream().map(Expr::toString).toList());
  }

  private Set<String> before(String read, String target) {
    return before(read, target, Optional.of(seven));
  }

  @Test
  void theSameObjectHasTheValue() {
    assertThat(before("x", "x")).containsExactly("(plain == 7)");
    assertThat(before("*f::p", "*f::p")).containsExactly("(plain == 7)");
    assertThat(before("f::q->f", "f::q->f")).containsExactly("(plain == 7)");
    assertThat(before("a[1]", "a[1]")).containsExactly("(plain == 7)");
  }

  @Test
  void anotherObjectIsAsBefore() {
    assertThat(before("x", "y")).containsExactly("(x == plain)");
    assertThat(before("s.f", "s.g")).containsExactly("(s.f == plain)");
    assertThat(before("f::q->f", "f::q->g")).containsExactly("(f::q->f == plain)");
    assertThat(before("s.f", "t.f")).containsExactly("(s.f == plain)");
    assertThat(before("a[0]", "a[1]")).containsExactly("(a[0] == plain)");
    assertThat(before("*f::p", "plain")).containsExactly("(*f::p == 7)");
  }

  @Test
  void whatAPointerMayReachIsAQuestion() {
    assertThat(before("x", "*f::p"))
        .containsExactlyInAnyOrder("(x == plain)", "(plain == 7)", "(&x == f::p)");
    assertThat(before("*f::p", "y"))
        .containsExactlyInAnyOrder("(*f::p == plain)", "(plain == 7)", "(f::p == &y)");
    assertThat(before("s.f", "f::q->f")).hasSize(3).contains("(s.f == plain)", "(plain == 7)");
    assertThat(before("a[0]", "a[(long)f::i]"))
        .hasSize(3)
        .contains("(a[0] == plain)", "(plain == 7)");
  }

  @Test
  void whatGetsAnUnknownValueIsDropped() {
    assertThat(before("x", "x", Optional.empty())).isEmpty();
    assertThat(before("x", "y", Optional.empty())).containsExactly("(x == plain)");
  }

  /** As where the declaration of an array without initial values is passed. */
  @Test
  void anArrayGetsUnknownValuesOnlyInItself() {
    LValue array =
        LValue.Var.of(
            program.globals().stream()
                .filter(g -> g.name().equals("a"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no a")));
    Assignments assignments = new Assignments(pointsTo, 64);
    for (String read : List.of("x", "*f::p", "f::q->f", "s.f")) {
      Expr condition = Expr.Binary.of(BinaryOp.EQUAL, Expr.Read.of(place(read)), seven);
      assertThat(assignments.before(condition, array, Optional.empty())).containsExactly(condition);
    }
    for (String read : List.of("a[1]", "a[(long)f::i]")) {
      Expr condition = Expr.Binary.of(BinaryOp.EQUAL, Expr.Read.of(place(read)), seven);
      assertThat(assignments.before(condition, array, Optional.empty())).isEmpty();
    }
  }

  @Test
  void objectsLieAsTheirTypesSay() {
    assertThat(Overlap.of(place("x"), place("x"), pointsTo)).isEqualTo(Overlap.SAME);
    assertThat(Overlap.of(place("x"), place("y"), pointsTo)).isEqualTo(Overlap.NONE);
    assertThat(Overlap.of(place("s.f"), place("f::q->f"), pointsTo)).isEqualTo(Overlap.DEPENDS);
    assertThat(Overlap.of(place("a[0]"), place("a[(long)f::i]"), pointsTo))
        .isEqualTo(Overlap.DEPENDS);
    assertThat(Overlap.of(place("plain"), place("*f::p"), pointsTo)).isEqualTo(Overlap.NONE);
  }
}
