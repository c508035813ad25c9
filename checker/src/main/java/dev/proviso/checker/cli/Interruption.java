// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.source.InputException;
import java.util.function.Supplier;

/**
 * Ends a run cleanly where the user or the system stops it: Ctrl-C, {@code kill -TERM}. What is
 * known by then is written, the rest is unknown.
 */
final class Interruption implements AutoCloseable {
  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  static Interruption watch(CheckReport report, Console console) {
    return watch(() -> end("interrupted", report, console), console);
  }

  /**
   * @param end writes what is known, and says how the run ends
   */
  static Interruption watch(Supplier<ExitCode> end, Console console) {
    Thread hook = new Thread(() -> halt(end.get(), console), "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  /** Ends the process here and now. */
  static void endNow(String reason, CheckReport report, Console console) {
    halt(end(reason, report, console), console);
  }

  private static ExitCode end(String reason, CheckReport report, Console console) {
    report.interrupt(reason);
    try {
      ExitCode known = report.close();
      return known == ExitCode.HOLDS ? ExitCode.UNKNOWN : known;
    } catch (InputException e) {
      console.print(e.messages());
      return ExitCode.UNKNOWN;
    }
  }

  private static void halt(ExitCode code, Console console) {
    console.out().flush();
    console.err().flush();
    // Anything but halt would end with the signal's own exit code.
    Runtime.getRuntime().halt(code.code());
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The hook runs already, and ends the process.
      return;
    }
  }
}
