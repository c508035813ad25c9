// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Operands;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class InfluenceTest {
  /** The named variables whose values may decide whether an abort is reached. */
  private static Set<String> influential(String text) throws InputException {
    String declarations =
        "extern void __proviso_abort(const char *);\n"
            + "extern void __proviso_assume(int);\n"
            + "extern int __proviso_nondet_int(void);\n";
    Program program =
        Frontend.readText("slice.c", declarations + text, Frontend.Options.of(Target.LP64));
    Influence influence = Influence.of(program, PointsTo.analyse(program));
    Set<String> result = new TreeSet<>();
    for (Procedure procedure : program.procedures().values()) {
      if (procedure.body() instanceof Procedure.Body.Defined body) {
        for (Edge edge : body.cfg().edges()) {
          for (Variable variable : occurring(edge)) {
            if (influence.has(variable) && !variable.name().startsWith("$")) {
              result.add(variable.name());
            }
          }
        }
      }
    }
    return result;
  }

  private static Set<Variable> occurring(Edge edge) {
    Set<Variable> result = new HashSet<>();
    new Operands(e -> result.addAll(e.variables()), l -> result.addAll(l.variables()))
        .visit(edge.statement());
    return result;
  }

  @Test
  void whatChoosesTheWayToAnAbortCounts() throws InputException {
    assertThat(
            influential(
                """
                int flag, level, seen;
                int main(void) {
                  flag = level;
                  if (seen) seen = 2;
                  if (flag) __proviso_abort("");
                  return 0;
                }
                """))
        .containsExactly("flag", "level");
  }

  @Test
  void whatChoosesWhetherThatIsSetCountsToo() throws InputException {
    assertThat(
            influential(
                """
                int flag, chosen, other;
                int main(void) {
                  if (chosen) flag = 1; else flag = 0;
                  if (other) other = 3; else other = 4;
                  if (flag) __proviso_abort("");
                  return 0;
                }
                """))
        .containsExactly("chosen", "flag");
  }

  @Test
  void aLoopThatOnlyRunsDoesNotCount() throws InputException {
    assertThat(
            influential(
                """
                int flag, i, n, j;
                int main(void) {
                  for (i = 0; i < n; i++) ;
                  for (j = 0; j < 3; j++) flag = !flag;
                  if (flag) __proviso_abort("");
                  return 0;
                }
                """))
        .containsExactly("flag", "j");
  }

  @Test
  void aReturnBeforeTheAbortCounts() throws InputException {
    assertThat(
            influential(
                """
                int early, late;
                static void check(void) {
                  if (early) return;
                  __proviso_abort("");
                  if (late) return;
                }
                int main(void) {
                  check();
                  return 0;
                }
                """))
        .containsExactly("early");
  }

  @Test
  void callsCountWhereTheyAct() throws InputException {
    assertThat(
            influential(
                """
                int flag, idle, busy, log, result;
                static void trace(int x) { log = x; }
                static void set(int value) { flag = value; }
                static int get(void) { return result; }
                int main(void) {
                  if (idle) trace(3);
                  if (busy) set(1);
                  if (get() + flag) __proviso_abort("");
                  return 0;
                }
                """))
        .containsExactly("busy", "flag", "result", "value");
  }

  @Test
  void whatIsAssumedCounts() throws InputException {
    assertThat(
            influential(
                """
                int done, asked;
                int main(void) {
                  if (asked) done = 1;
                  __proviso_assume(done);
                  __proviso_abort("");
                  return 0;
                }
                """))
        .containsExactly("asked", "done");
  }
}
