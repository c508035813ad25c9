// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.checker.cegar.Limits;
import java.time.Duration;

/**
 * Ends a run that is well past its time: the search watches its own, but reading a program and
 * finding out where its pointers lead cannot be stopped.
 */
final class Overrun implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 100;
  private static final Duration GRACE = Duration.ofMillis(500);

  private final Thread watch;

  private Overrun(Thread watch) {
    this.watch = watch;
  }

  /**
   * Watches one check.
   *
   * @param spending what it has used
   */
  static Overrun watch(Limits limits, Spending spending, CheckReport report, Console console) {
    Runnable run = () -> run(limits, spending, report, console);
    return new Overrun(Thread.ofPlatform().daemon().name("overrun").start(run));
  }

  private static void run(Limits limits, Spending spending, CheckReport report, Console console) {
    Duration most = limits.cpuTime().plus(limits.cpuTime().dividedBy(20)).plus(GRACE);
    try {
      while (spending.spent().compareTo(most) <= 0) {
        Thread.sleep(INTERVAL_MILLIS);
      }
      String reason = "time limit of " + limits.cpuTime().toSeconds() + " s";
      Interruption.endNow(reason, report, console);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
