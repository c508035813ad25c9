// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.Target;
import org.junit.jupiter.api.Test;

/** Random programs are run, and no access may contradict the analyses. */
class RegionsOracleTest {
  private static final int PROGRAMS = Integer.getInteger("proviso.random.programs", 60);
  private static final long SEED = Long.getLong("proviso.random.seed", 1);

  @Test
  void noRunContradictsTheRegions() throws InputException {
    int compared = 0;
    int calls = 0;
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      String text = new RandomPrograms(seed).next();
      Program read = Frontend.readText("t.c", text, Frontend.Options.of(Target.LP64));
      Program program =
          new Program(
              read.target(),
              read.globals(),
              read.initialisers(),
              read.procedures(),
              "main",
              read.messages());
      PointsTo pointsTo = PointsTo.analyse(program);
      for (int run = 0; run < 5; run++) {
        ConcreteRun concrete = new ConcreteRun(program, pointsTo, seed * 31 + run);
        try {
          concrete.run();
        } catch (AssertionError e) {
          throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n" + text, e);
        }
        compared += concrete.compared;
        calls += concrete.comparedCalls;
      }
    }
    assertThat(compared).isGreaterThan(PROGRAMS * 10);
    assertThat(calls).isGreaterThan(PROGRAMS / 50);
  }
}
