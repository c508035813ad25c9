// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.explore;

import java.util.BitSet;

/**
 * How new what a way knows is, where it stands: whether a thing is known there for the first time,
 * or two together (the width of iterated width search: Lipovetzky, Geffner, ECAI 2012). Remembered
 * by hashes, so that now and then something new is taken for known.
 */
final class Novelty {
  private static final int ATOM_BITS = 24;
  private static final int PAIR_BITS = 26;

  private final BitSet atoms = new BitSet();
  private final BitSet pairs = new BitSet();

  /** What is new, the most first. */
  enum Degree {
    ATOM,
    PAIR,
    NOTHING
  }

  /**
   * Remembers what is known.
   *
   * @param known a number for each thing, different at each place
   * @param part what is known is new by itself in each part of the search
   */
  Degree of(long[] known, int part) {
    boolean atom = false;
    boolean pair = false;
    for (int i = 0; i < known.length; i++) {
      long mine = mix(known[i] + part);
      atom |= add(atoms, mine, ATOM_BITS);
      for (int j = 0; j < i; j++) {
        pair |= add(pairs, mix(mine ^ mix(known[j])), PAIR_BITS);
      }
    }
    return atom ? Degree.ATOM : pair ? Degree.PAIR : Degree.NOTHING;
  }

  private static boolean add(BitSet set, long hash, int bits) {
    int bit = (int) (hash >>> (Long.SIZE - bits));
    boolean isNew = !set.get(bit);
    set.set(bit);
    return isNew;
  }

  private static long mix(long value) {
    long hash = (value ^ (value >>> 31)) * 0xBF58476D1CE4E5B9L;
    return (hash ^ (hash >>> 29)) * 0x9E3779B97F4A7C15L;
  }
}
