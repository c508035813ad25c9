// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.abstraction.smt.CacheDirectory;
import dev.proviso.abstraction.smt.NativeLibraries;
import dev.proviso.abstraction.smt.SolverUnavailableException;
import dev.proviso.abstraction.smt.Z3;
import dev.proviso.specs.platform.PlatformLibrary;
import dev.proviso.specs.slic.RuleLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code proviso doctor}: what Proviso needs, whether it is there, and what to do where it is not.
 */
@Command(
    name = "doctor",
    description =
        "Shows whether JDK, solver, cache and headers are there, and what to do where not.")
final class DoctorCommand implements Callable<Integer> {
  private final Console console;
  private boolean healthy = true;

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    say("proviso", Version.number());
    say(
        "jdk",
        System.getProperty("java.vm.name")
            + " "
            + System.getProperty("java.version")
            + ", "
            + System.getProperty("java.home"));
    say(
        "heap",
        Runtime.getRuntime().maxMemory() / (1 << 20)
            + " MB, "
            + Runtime.getRuntime().availableProcessors()
            + " processors");
    cache();
    solver();
    say("platforms", String.join(", ", PlatformLibrary.builtIn().names()));
    say("rules", RuleLibrary.builtIn().size() + " built in");
    return (healthy ? ExitCode.HOLDS : ExitCode.INTERNAL).code();
  }

  private void cache() {
    Path cache = CacheDirectory.ofUser();
    try {
      Files.createDirectories(cache);
      Files.deleteIfExists(Files.createTempFile(cache, "doctor", ".tmp"));
      say(
          "cache",
          cache + ", " + Files.getFileStore(cache).getUsableSpace() / (1 << 20) + " MB free");
    } catch (IOException e) {
      problem("cache", cache + " cannot be written", "set XDG_CACHE_HOME to a directory that can");
    }
  }

  private void solver() {
    try {
      String version = Z3.version();
      say("solver", version + ", " + NativeLibraries.in(CacheDirectory.ofUser()).directory());
    } catch (SolverUnavailableException e) {
      problem("solver", e.userMessage().sentence(), String.join("; ", e.userMessage().help()));
    }
  }

  private void say(String what, String state) {
    console.out().printf("%-10s %s%n", what, state);
  }

  private void problem(String what, String state, String help) {
    healthy = false;
    say(what, "NOT OK: " + state);
    console.out().printf("%-10s   help: %s%n", "", help);
  }
}
