// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import java.time.Duration;

/**
 * What one check may spend.
 *
 * @param cpuTime processor time of the process from the start of the check
 * @param memoryMegabytes heap of the JVM plus the solver's native memory
 */
public record Limits(Duration cpuTime, long memoryMegabytes) {
  /** 300 seconds and 2 GiB. */
  public static final Limits DEFAULT = new Limits(Duration.ofMinutes(5), 2048);
}
