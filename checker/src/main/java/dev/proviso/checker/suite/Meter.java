// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process has used; asked while it runs, as nobody tells afterwards. */
final class Meter {
  private final ProcessHandle process;
  private final Path status;
  private final long start = System.nanoTime();
  private Duration cpu = Duration.ZERO;
  private long kilobytes;

  Meter(ProcessHandle process) {
    this.process = process;
    this.status = Path.of("/proc", Long.toString(process.pid()), "status");
  }

  void read() {
    process.info().totalCpuDuration().filter(c -> c.compareTo(cpu) > 0).ifPresent(c -> cpu = c);
    kilobytes = Math.max(kilobytes, mostMemory());
  }

  /** Resident memory, where the system tells (Linux does). */
  private long mostMemory() {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException e) {
      return 0; // gone, or no such system
    }
    return 0;
  }

  Duration cpu() {
    return cpu;
  }

  Duration wall() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  long megabytes() {
    return kilobytes >> 10;
  }
}
