// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does work that knows nothing of each other at the same time, on threads whose stacks suffice for
 * deep recursion.
 */
final class Workers {
  /**
   * Expressions and statements are lowered by recursion: enough for the deepest that a parser lets
   * through.
   */
  private static final long STACK_BYTES = 1L << 30;

  private Workers() {}

  /** The results, in the order of the work. */
  static <T> List<T> all(List<? extends Callable<T>> work) {
    int threads = Math.max(1, Math.min(work.size(), Runtime.getRuntime().availableProcessors()));
    ExecutorService pool = Executors.newFixedThreadPool(threads, Workers::thread);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("reading was interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "front end", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }
}
