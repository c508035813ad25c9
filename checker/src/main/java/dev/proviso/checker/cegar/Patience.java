// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.abstraction.smt.Solver;
import java.time.Duration;

/** Stops a solver when a time is over, unless it is closed before. */
final class Patience implements AutoCloseable {
  private final Thread thread;

  Patience(Duration time, Solver solver) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("patience")
            .start(
                () -> {
                  try {
                    Thread.sleep(time);
                    solver.stop("it takes too long");
                  } catch (InterruptedException e) {
                    // Closed in time: there is nothing to stop.
                    return;
                  }
                });
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      // The solver is closed next: nobody may stop it then.
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
