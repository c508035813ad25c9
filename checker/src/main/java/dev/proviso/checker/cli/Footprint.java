// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process has needed at most. */
final class Footprint {
  /** Where Linux tells. */
  private static final Path STATUS = Path.of("/proc/self/status");

  private Footprint() {}

  static String now() {
    long heap = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      heap += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    return "at most " + (heap >> 20) + " MB of heap" + process();
  }

  private static String process() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(l -> l.startsWith("VmHWM:"))
          .findFirst()
          .map(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) >> 10)
          .map(m -> ", " + m + " MB of the whole process")
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
