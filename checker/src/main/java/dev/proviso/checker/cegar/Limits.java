// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import java.time.Duration;

/**
 * What one check may spend.
 *
 * @param cpuTime processor time
 * @param memoryMegabytes heap of the JVM plus the solver's native memory
 * @param spent how much of the processor time was spent before the check starts
 * @param certification how much of the time may go into having a proof checked
 */
public record Limits(
    Duration cpuTime, long memoryMegabytes, Duration spent, Certification certification) {
  /** 300 seconds and 2 GiB. */
  public static final Limits DEFAULT = new Limits(Duration.ofMinutes(5), 2048);

  /** Limits of which nothing is spent. */
  public Limits(Duration cpuTime, long memoryMegabytes) {
    this(cpuTime, memoryMegabytes, Duration.ZERO, Certification.BOUNDED);
  }

  /** The same limits for what was paid for already. */
  public Limits after(Duration paid) {
    return new Limits(cpuTime, memoryMegabytes, paid, certification);
  }

  /** The same limits for another effort to check proofs. */
  public Limits with(Certification other) {
    return new Limits(cpuTime, memoryMegabytes, spent, other);
  }
}
