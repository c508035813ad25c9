// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Ends what asks it, once the process has had its processor time. */
final class Deadline implements Runnable {
  private final long nanos;

  Deadline(Duration cpuTime) {
    nanos = cpuTime.toNanos();
  }

  /** The time is over. */
  static final class PassedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void run() {
    if (ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        && system.getProcessCpuTime() > nanos) {
      throw new PassedException();
    }
  }
}
