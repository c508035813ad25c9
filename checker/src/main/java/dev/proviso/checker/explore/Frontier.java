// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.explore;

import java.util.Comparator;
import java.util.TreeSet;

/** The ways that wait to be gone on with: first those that took few different turns. */
final class Frontier {
  /** Of more ways than this the last ones are given up. */
  private static final int MAX_WAITING = 20_000;

  /** How much a turn that the way took for the first time counts against one that it repeats. */
  private static final int FIRST_TURN = 5;

  private static final int TURN = 2;

  /** What a way has to have been spared where it knows nothing new. */
  private static final int NEW_PAIR = 20;

  private static final int NOTHING_NEW = 40;

  private final TreeSet<Waiting> waiting =
      new TreeSet<>(Comparator.comparingInt(Waiting::cost).thenComparingLong(Waiting::number));
  private long number;

  private record Waiting(Way way, int cost, long number) {}

  void add(Way way) {
    int staleness =
        switch (way.novelty()) {
          case ATOM -> 0;
          case PAIR -> NEW_PAIR;
          case NOTHING -> NOTHING_NEW;
        };
    int cost = staleness + FIRST_TURN * way.differentTurns() + TURN * way.turns();
    waiting.add(new Waiting(way, cost, number++));
    if (waiting.size() > MAX_WAITING) {
      waiting.pollLast();
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  Way next() {
    return waiting.removeFirst().way();
  }
}
