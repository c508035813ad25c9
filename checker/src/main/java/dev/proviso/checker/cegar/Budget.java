// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.abstraction.smt.Solver;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Watches processor time and memory while a check runs, and stops its solver when one of them is
 * spent.
 */
final class Budget implements AutoCloseable {
  private static final long INTERVAL_MILLIS = 100;
  private static final Path STATUS = Path.of("/proc/self/status");

  private final Limits limits;
  private final Solver solver;
  private final long startNanos;
  private final AtomicReference<Optional<String>> spent = new AtomicReference<>(Optional.empty());
  private final Thread watch;

  Budget(Limits limits, Solver solver) {
    this.limits = limits;
    this.solver = solver;
    this.startNanos = cpuNanos() - limits.spent().toNanos();
    watch = Thread.ofPlatform().daemon().name("budget").start(this::run);
  }

  private void run() {
    try {
      while (spent.get().isEmpty()) {
        Thread.sleep(INTERVAL_MILLIS);
        Optional<String> reason = look();
        if (reason.isPresent()) {
          spent.set(reason);
          solver.stop(reason.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<String> look() {
    if (cpuNanos() - startNanos > limits.cpuTime().toNanos()) {
      return Optional.of("time limit of " + limits.cpuTime().toSeconds() + " s");
    }
    if (residentMegabytes() > limits.memoryMegabytes() && isNeeded()) {
      return Optional.of("memory limit of " + limits.memoryMegabytes() + " MB");
    }
    return Optional.empty();
  }

  /**
   * True if the memory in use is not to a good part garbage, which is not collected before the heap
   * is full.
   */
  private boolean isNeeded() {
    System.gc();
    return residentMegabytes() > limits.memoryMegabytes() / 8 * 7;
  }

  /** Which limit is spent, if one is. */
  Optional<String> spent() {
    return spent.get();
  }

  /** Processor time that was used so far, with what was spent before. */
  Duration used() {
    return Duration.ofNanos(cpuNanos() - startNanos);
  }

  /** Processor time of this process. */
  static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean os
        ? os.getProcessCpuTime()
        : System.nanoTime();
  }

  /** Memory of this process that is in use: all of it where the system tells, else the heap. */
  private static long residentMegabytes() {
    if (Files.isReadable(STATUS)) {
      try {
        for (String line : Files.readAllLines(STATUS)) {
          if (line.startsWith("VmRSS:")) {
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
          }
        }
      } catch (IOException e) {
        // The heap is the next best answer.
        return heapMegabytes();
      }
    }
    return heapMegabytes();
  }

  private static long heapMegabytes() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  @Override
  public void close() {
    watch.interrupt();
    try {
      // The solver is closed next: nobody may stop it then.
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
