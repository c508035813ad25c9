// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import dev.proviso.checker.cegar.CegarChecker;
import dev.proviso.checker.cegar.Limits;
import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.Clock;
import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import dev.proviso.specs.platform.Closing;
import dev.proviso.specs.platform.Platform;
import dev.proviso.specs.platform.PlatformLibrary;
import dev.proviso.specs.platform.PlatformUnits;
import dev.proviso.specs.platform.ProgramCloser;
import dev.proviso.specs.slic.Rule;
import dev.proviso.specs.weave.Surroundings;
import dev.proviso.specs.weave.Weaver;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/** All of a check, from the text to the verdict, as the command does it. */
final class Engine {
  private final Platform platform;
  private final PlatformUnits units;
  private final Limits limits;

  /** What a check said. */
  record Answer(Kind kind, String why, double seconds) {}

  /** As far as it matters here. */
  enum Kind {
    HOLDS,
    VIOLATED,
    UNKNOWN
  }

  Engine(String platform, Duration limit) throws InputException {
    this.platform = PlatformLibrary.builtIn().load(platform);
    units = PlatformUnits.begin(this.platform, Target.LP64, List.of());
    limits = new Limits(limit, 6_000);
  }

  Answer check(String text, Rule rule) throws InputException {
    double before = cpuSeconds();
    Program driver =
        Frontend.readText(
            "program.c",
            text,
            new Frontend.Options(
                Target.LP64,
                List.of(),
                platform.content().includes(),
                List.of(),
                Origin.Kind.USER,
                platform.labels()));
    Closing.Closed closed =
        (Closing.Closed) new ProgramCloser(driver, platform, units, new Clock()).close(List.of());
    Verdict verdict =
        CegarChecker.create()
            .check(
                new Weaver(Surroundings.of(platform, closed, List.of()))
                    .weave(rule, closed.program()),
                limits)
            .verdict();
    double seconds = cpuSeconds() - before;
    return switch (verdict) {
      case Verdict.Holds v -> new Answer(Kind.HOLDS, "", seconds);
      case Verdict.NotApplicable v -> new Answer(Kind.HOLDS, v.why(), seconds);
      case Verdict.Violated v -> new Answer(Kind.VIOLATED, "", seconds);
      case Verdict.Unknown v -> new Answer(Kind.UNKNOWN, v.reason(), seconds);
    };
  }

  private static double cpuSeconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean os
        ? os.getProcessCpuTime() / 1e9
        : System.nanoTime() / 1e9;
  }
}
