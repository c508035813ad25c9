// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.verdict.CheckResult;
import dev.proviso.frontend.Clock;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What a rule's check costs outside of the engine.
 *
 * @param clock wall time
 * @param before processor time that was spent before
 */
record Spending(Clock clock, Duration before) {
  /**
   * Counts from the start of the command, as the first rule does: it pays for what all rules share.
   */
  static Spending fromStart(Console console) {
    Clock clock = new Clock();
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    clock.add("start", Duration.ofMillis(System.currentTimeMillis() - started).toNanos());
    return new Spending(clock, console.before());
  }

  /** Counts from now. */
  static Spending fromNow() {
    return new Spending(new Clock(), cpu());
  }

  /** A result that tells of these costs too. */
  CheckResult addedTo(CheckResult result) {
    SequencedMap<String, Long> figures = new LinkedHashMap<>(clock.milliseconds());
    figures.putAll(result.statistics());
    figures.put("cpu.milliseconds", spent().toMillis());
    return new CheckResult(result.rule(), result.verdict(), figures);
  }

  /** Processor time until now. */
  Duration spent() {
    return cpu().minus(before);
  }

  /** Processor time of this process. */
  static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
