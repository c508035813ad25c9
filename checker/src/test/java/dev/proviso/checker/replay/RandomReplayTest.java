// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.checker.cegar.CegarChecker;
import dev.proviso.checker.cegar.Limits;
import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.checker.verdict.Evidence;
import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.weave.WovenProgram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The encoding against the interpreter: every defect of a {@link RandomMemoryProgram} is executed,
 * and every value on the way is the solver's. {@code -Dproviso.random.programs=1000
 * -Dproviso.random.seed=1} for a long run.
 */
final class RandomReplayTest {
  private static final int PROGRAMS = Integer.getInteger("proviso.random.programs", 25);
  private static final long FIRST = Long.getLong("proviso.random.seed", 1);
  private static final long MILLIS = Long.getLong("proviso.random.millis", 1_000);

  private int violated;
  private final List<String> wrong = new ArrayList<>();

  @Test
  void everyDefectIsExecuted() throws InputException {
    for (long seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
      look(seed);
    }
    System.err.printf(
        "%d random programs from seed %d on: %d violated, %d of them wrong%n",
        PROGRAMS, FIRST, violated, wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(violated).isGreaterThan(PROGRAMS / 5);
  }

  private void look(long seed) throws InputException {
    Target target = seed % 2 == 0 ? Target.LP64 : Target.ILP32;
    Frontend.Options options =
        new Frontend.Options(target, List.of(), List.of(), List.of(), Origin.Kind.USER);
    Program program = Frontend.readText("random.c", RandomMemoryProgram.text(seed), options);
    WovenProgram woven =
        new WovenProgram("Test", program, List.of(), null, program, List.of(), List.of());
    CheckResult result =
        CegarChecker.create().check(woven, new Limits(Duration.ofMillis(MILLIS), 4096));
    switch (result.verdict()) {
      case Verdict.Violated v -> {
        violated++;
        if (v.evidence() != Evidence.CONFIRMED
            || result.statistics().getOrDefault("replay.differences", 1L) != 0) {
          wrong.add("seed " + seed + ": " + v.evidence() + " " + result.statistics());
        }
      }
      case Verdict.Unknown v -> {
        if (v.reason().contains("replay")) {
          wrong.add("seed " + seed + ": " + v);
        }
      }
      case Verdict.Holds v -> {}
      case Verdict.NotApplicable v -> {}
    }
  }
}
