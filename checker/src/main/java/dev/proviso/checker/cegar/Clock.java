// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Adds up the time that phases take; a phase inside another is not counted twice. */
final class Clock {
  private final Map<String, Long> nanos = new LinkedHashMap<>();
  private final Deque<String> running = new ArrayDeque<>();
  private long since = System.nanoTime();

  <T> T time(String phase, Supplier<T> work) {
    charge();
    running.push(phase);
    try {
      return work.get();
    } finally {
      charge();
      running.pop();
    }
  }

  private void charge() {
    long now = System.nanoTime();
    if (!running.isEmpty()) {
      nanos.merge(running.element(), now - since, Long::sum);
    }
    since = now;
  }

  void addTo(Figures figures) {
    nanos.forEach((phase, time) -> figures.add("time." + phase, time / 1_000_000));
  }
}
