// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

/**
 * What a person sees while a rule is being checked: a line that is rewritten on a terminal, a plain
 * line elsewhere.
 */
final class Progress implements AutoCloseable {
  private static final long TICK_MILLIS = 500;

  private final Console console;
  private final boolean rewritten;
  private final Thread ticker;

  private Progress(Console console, boolean rewritten, Thread ticker) {
    this.console = console;
    this.rewritten = rewritten;
    this.ticker = ticker;
  }

  /**
   * Says what is being done until it is closed.
   *
   * @param what such as {@code checking SpinLock (2 of 6)}
   */
  static Progress show(Console console, boolean quiet, String what) {
    boolean rewritten = console.terminal() && !quiet;
    Thread ticker = new Thread(() -> tick(console, what), "progress");
    ticker.setDaemon(true);
    if (rewritten) {
      ticker.start();
    } else if (!quiet) {
      console.err().println("proviso: " + what);
      console.err().flush();
    }
    return new Progress(console, rewritten, ticker);
  }

  private static void tick(Console console, String what) {
    long start = System.nanoTime();
    try {
      while (true) {
        Thread.sleep(TICK_MILLIS);
        console
            .err()
            .printf("\rproviso: %s, %d s", what, (System.nanoTime() - start) / 1_000_000_000L);
        console.err().flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (!rewritten) {
      return;
    }
    ticker.interrupt();
    try {
      ticker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    console.err().print("\r" + " ".repeat(70) + "\r");
    console.err().flush();
  }
}
