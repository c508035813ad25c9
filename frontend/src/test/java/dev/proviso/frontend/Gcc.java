// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend;

import dev.proviso.frontend.types.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The compiler that tests compare with, where there is one: gcc for the ABIs of Linux, MinGW's for
 * that of Windows. Programs of other ABIs than the machine's run in an emulator.
 */
public final class Gcc {
  private static final String TRIVIAL = "int main(void) { return 0; }";

  private final List<String> compiler;
  private final List<String> runner;

  private Gcc(List<String> compiler, List<String> runner) {
    this.compiler = compiler;
    this.runner = runner;
  }

  /** Skips the calling test, saying so, where gcc is missing. */
  public static void required() {
    boolean there = succeeds(List.of("gcc", "--version"));
    if (!there) {
      System.err.println("SKIPPED: no gcc to compare with");
    }
    Assumptions.assumeTrue(there, "gcc is not installed");
  }

  /**
   * The compiler for an ABI; skips the calling test, saying so, where it or its runner is missing.
   */
  public static Gcc of(Target target) {
    for (Gcc candidate : candidates(target)) {
      if (candidate.works()) {
        return candidate;
      }
    }
    System.err.println("SKIPPED: nothing here compiles and runs programs for " + target);
    Assumptions.abort("no compiler for " + target);
    throw new AssertionError("not reached");
  }

  private static List<Gcc> candidates(Target target) {
    List<String> mingw = List.of("x86_64-w64-mingw32-gcc", "-mlong-double-64");
    // Floating-point numbers are computed in their own precision, as on the other ABIs.
    List<String> narrow = List.of("gcc", "-m32", "-msse2", "-mfpmath=sse");
    return switch (target) {
      case LP64 -> List.of(new Gcc(List.of("gcc", "-m64"), List.of()));
      case ILP32 -> List.of(new Gcc(narrow, List.of()), new Gcc(narrow, List.of("qemu-i386")));
      case LLP64 ->
          Stream.of("wine64", "/usr/lib/wine/wine64", "wine")
              .map(w -> new Gcc(mingw, List.of(w)))
              .toList();
    };
  }

  private boolean works() {
    if (!succeeds(List.of(compiler.get(0), "--version"))) {
      return false;
    }
    try {
      Path directory = Files.createTempDirectory("gcc");
      List<String> run = new ArrayList<>(runner);
      run.add(compiled(directory, TRIVIAL).toString());
      return succeeds(run);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean succeeds(List<String> command) {
    try {
      Process process = quiet(command).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private static ProcessBuilder quiet(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("WINEDEBUG", "-all");
    return builder;
  }

  private Path compiled(Path directory, String text, String... flags) throws IOException {
    Path source = Files.writeString(directory.resolve("oracle.c"), text);
    Path binary = directory.resolve("oracle.exe");
    List<String> command = new ArrayList<>(compiler);
    command.addAll(List.of("-w", "-fwrapv", "-o", binary.toString(), source.toString()));
    command.addAll(List.of(flags));
    output(command);
    return binary;
  }

  /** What the program prints, its lines ending as on Unix. */
  public String print(Path directory, String text) throws IOException {
    List<String> command = new ArrayList<>(runner);
    command.add(compiled(directory, text, "-lm").toString());
    return output(command).replace("\r\n", "\n");
  }

  /** What the program prints. */
  public static String run(Path directory, String text, String... flags) throws Exception {
    Gcc plain = new Gcc(List.of("gcc"), List.of());
    return output(List.of(plain.compiled(directory, text, flags).toString()));
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

  private static String output(List<String> command) throws IOException {
    Process process = quiet(command).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return output;
  }
}
