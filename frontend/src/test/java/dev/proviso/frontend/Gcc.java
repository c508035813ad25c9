// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The compiler that tests compare with, where there is one. */
public final class Gcc {
  private Gcc() {}

  /** Skips the calling test, saying so, where gcc is missing. */
  public static void required() {
    boolean there;
    try {
      Process process = new ProcessBuilder("gcc", "--version").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      there = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException | InterruptedException e) {
      there = false;
    }
    if (!there) {
      System.err.println("SKIPPED: no gcc to compare with");
    }
    Assumptions.assumeTrue(there, "gcc is not installed");
  }

  /** What the program prints. */
  public static String run(Path directory, String text, String... flags) throws Exception {
    Path source = Files.writeString(directory.resolve("oracle.c"), text);
    Path binary = directory.resolve("oracle");
    List<String> command =
        new ArrayList<>(
            List.of("gcc", "-w", "-fwrapv", "-o", binary.toString(), source.toString()));
    command.addAll(List.of(flags));
    output(command);
    return output(List.of(binary.toString()));
  }

  /** Checks a text; its output is empty where gcc accepts it. */
  public static String check(Path directory, String text, String... flags) throws Exception {
    Path source = Files.writeString(directory.resolve("check.c"), text);
    List<String> command =
        new ArrayList<>(
            List.of(
                "gcc", "-w", "-Wno-packed-bitfield-compat", "-fsyntax-only", source.toString()));
    command.addAll(List.of(flags));
    return output(command);
  }

  private static String output(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
