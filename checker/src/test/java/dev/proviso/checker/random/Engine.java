// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import dev.proviso.checker.cegar.CegarChecker;
import dev.proviso.checker.cegar.Certification;
import dev.proviso.checker.cegar.Limits;
import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.checker.verdict.Evidence;
import dev.proviso.checker.verdict.Verdict;
import dev.proviso.frontend.Clock;
import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.parse.UnitOptions;
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
    UNKNOWN,
    /**
     * A defect whose execution was none, or had other values than the solver's; a proof that its
     * check refused.
     */
    NOT_CONFIRMED
  }

  Engine(String platform, Duration limit) throws InputException {
    this.platform = PlatformLibrary.builtIn().load(platform);
    units = PlatformUnits.begin(this.platform, Target.LP64, List.of());
    limits = new Limits(limit, 6_000).with(Certification.FULL);
  }

  Answer check(String text, Rule rule) throws InputException {
    double before = cpuSeconds();
    Program driver =
        Frontend.readText(
            "program.c",
            text,
            new Frontend.Options(
                UnitOptions.of(Target.LP64).including(List.of(), platform.content().includes()),
                Origin.Kind.USER,
                platform.labels()));
    Closing.Closed closed =
        (Closing.Closed) new ProgramCloser(driver, platform, units, new Clock()).close(List.of());
    CheckResult result =
        CegarChecker.create()
            .check(
                new Weaver(Surroundings.of(platform, closed, List.of()))
                    .weave(rule, closed.program()),
                limits);
    double seconds = cpuSeconds() - before;
    return switch (result.verdict()) {
      case Verdict.Holds v -> new Answer(Kind.HOLDS, "", seconds);
      case Verdict.NotApplicable v -> new Answer(Kind.HOLDS, v.why(), seconds);
      case Verdict.Violated v ->
          isReplayed(result, v)
              ? new Answer(Kind.VIOLATED, "", seconds)
              : new Answer(Kind.NOT_CONFIRMED, v.evidence().toString(), seconds);
      case Verdict.Unknown v when v.reason().contains("replay") || v.reason().contains("refused") ->
          new Answer(Kind.NOT_CONFIRMED, v.reason(), seconds);
      case Verdict.Unknown v -> new Answer(Kind.UNKNOWN, v.reason(), seconds);
    };
  }

  /** Every defect is executed, and the execution has the solver's values throughout. */
  private static boolean isReplayed(CheckResult result, Verdict.Violated violated) {
    return violated.evidence() != Evidence.UNCONFIRMED
        && result.statistics().getOrDefault("replay.differences", 1L) == 0;
  }

  private static double cpuSeconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean os
        ? os.getProcessCpuTime() / 1e9
        : System.nanoTime() / 1e9;
  }
}
