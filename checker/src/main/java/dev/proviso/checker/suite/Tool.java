// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.suite;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this very program is started once more. */
public final class Tool {
  private static final int LEAST_HEAP = 256;

  private Tool() {}

  /**
   * The command line of a process of its own.
   *
   * @param main the class to start
   * @param memoryMegabytes what the process may have; the solver's part comes on top of the heap
   */
  public static List<String> command(Class<?> main, long memoryMegabytes) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(
            a ->
                !a.startsWith("-Xmx")
                    && !a.startsWith("-javaagent")
                    && !a.startsWith("-XX:AOTCacheOutput"))
        .forEach(command::add);
    command.add("-Xmx" + Math.max(LEAST_HEAP, memoryMegabytes * 3 / 4) + "m");
    command.add("-Dproviso.terminal=false");
    // A jar that names other jars finds them in this way too.
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return command;
  }
}
