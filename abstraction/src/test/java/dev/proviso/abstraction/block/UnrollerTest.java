// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UnrollerTest {
  private static final String DECLARATIONS =
      "int __proviso_nondet_int(void); void __proviso_abort(const char *);";

  private static Optional<Block> unroll(String code, int rounds) throws InputException {
    Program program =
        Frontend.readText("p.c", DECLARATIONS + code, Frontend.Options.of(Target.LP64));
    return Unroller.unroll(program, PointsTo.analyse(program), rounds);
  }

  private static long havocs(Block block) {
    return block.arcs().stream()
        .filter(a -> a.step().edge().statement() instanceof Statement.Havoc)
        .count();
  }

  @Test
  void aLoopIsPassedOncePerRoundAndOnceMore() throws InputException {
    String code =
        "int main(void) { int n; while ((n = __proviso_nondet_int())) {} __proviso_abort(\"\"); }";
    long none = havocs(unroll(code, 0).orElseThrow());
    long three = havocs(unroll(code, 3).orElseThrow());
    assertThat(three).isEqualTo(none + 3);
  }

  @Test
  void recursionIsUnfoldedToADepthWithAFrameEach() throws InputException {
    String code =
        "void f(int n) { if (n) { f(n - 1); } else { __proviso_abort(\"\"); } }"
            + "int main(void) { f(__proviso_nondet_int()); return 0; }";
    Block block = unroll(code, 0).orElseThrow();
    long entered =
        block.arcs().stream()
            .filter(a -> a.step() instanceof Step.Enter)
            .map(a -> ((Step.Enter) a.step()).callee().id())
            .distinct()
            .count();
    assertThat(entered).isEqualTo(60);
  }

  @Test
  void whatCannotComeToAnAbortIsLeftOut() throws InputException {
    String code =
        "int main(void) { if (__proviso_nondet_int()) { __proviso_abort(\"\"); }"
            + " int x = __proviso_nondet_int(); return x; }";
    assertThat(havocs(unroll(code, 1).orElseThrow())).isEqualTo(1);
    assertThat(unroll("int main(void) { return 0; }", 1)).isEmpty();
  }
}
