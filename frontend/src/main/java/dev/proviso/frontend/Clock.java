// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Adds up the wall time that the phases of one thread take; a phase inside another is not counted
 * twice.
 */
public final class Clock {
  private final SequencedMap<String, Long> nanos = new LinkedHashMap<>();
  private final Deque<String> running = new ArrayDeque<>();
  private long since = System.nanoTime();

  /** Something that takes time. */
  public interface Work<T, X extends Exception> {
    T run() throws X;
  }

  /** Runs it, and counts its time for that phase. */
  public <T, X extends Exception> T time(String phase, Work<T, X> work) throws X {
    charge();
    running.push(phase);
    try {
      return work.run();
    } finally {
      charge();
      running.pop();
    }
  }

  /** Counts time for a phase that was measured elsewhere. */
  public void add(String phase, long more) {
    nanos.merge(phase, more, Long::sum);
  }

  private void charge() {
    long now = System.nanoTime();
    if (!running.isEmpty()) {
      add(running.element(), now - since);
    }
    since = now;
  }

  /**
   * Milliseconds by {@code time.} and the phase, in the order in which they began to be counted.
   */
  public SequencedMap<String, Long> milliseconds() {
    SequencedMap<String, Long> figures = new LinkedHashMap<>();
    nanos.forEach((phase, time) -> figures.put("time." + phase, time / 1_000_000));
    return figures;
  }
}
