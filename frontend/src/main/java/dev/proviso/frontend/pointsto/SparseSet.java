// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A set of numbers: a sparse bit map, as compilers keep their points-to sets (Hardekopf, Lin, PLDI
 * 2007, section 5).
 */
final class SparseSet {
  private static final int[] NO_BLOCKS = {};
  private static final long[] NO_WORDS = {};

  /** Numbers divided by 64, ascending. */
  private int[] blocks = NO_BLOCKS;

  /** The members in each block, one bit for each. */
  private long[] words = NO_WORDS;

  private int length;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  boolean contains(int number) {
    int at = find(number >> 6);
    return at >= 0 && (words[at] & bit(number)) != 0;
  }

  /** True if it was no member. */
  boolean add(int number) {
    int at = find(number >> 6);
    if (at < 0) {
      insert(-at - 1, number >> 6, bit(number));
      return true;
    }
    long before = words[at];
    words[at] |= bit(number);
    size += words[at] == before ? 0 : 1;
    return words[at] != before;
  }

  void remove(int number) {
    int at = find(number >> 6);
    if (at >= 0 && (words[at] & bit(number)) != 0) {
      words[at] &= ~bit(number);
      size--;
    }
  }

  /** True if some of them were no members. */
  boolean addAll(SparseSet other) {
    boolean grows = false;
    for (int i = 0; i < other.length; i++) {
      int before = size;
      merge(other.blocks[i], other.words[i]);
      grows |= size != before;
    }
    return grows;
  }

  /**
   * Adds all members of another set; those that were none before are added to a third too.
   *
   * @return whether there are such
   */
  boolean addAll(SparseSet other, SparseSet added) {
    boolean grows = false;
    int at = 0;
    for (int i = 0; i < other.length; i++) {
      int block = other.blocks[i];
      at = at < length && blocks[at] == block ? at : find(block);
      long before = at >= 0 ? words[at] : 0;
      long more = other.words[i] & ~before;
      if (more != 0) {
        grows = true;
        added.merge(block, more);
        if (at >= 0) {
          words[at] |= more;
          size += Long.bitCount(more);
        } else {
          at = -at - 1;
          insert(at, block, more);
        }
      }
      at = at >= 0 ? at + 1 : -at - 1;
    }
    return grows;
  }

  /** Its members that another set does not hold. */
  SparseSet without(SparseSet other) {
    SparseSet rest = new SparseSet();
    for (int i = 0; i < length; i++) {
      rest.merge(blocks[i], words[i] & ~other.word(blocks[i]));
    }
    return rest;
  }

  /** Removes what another set holds, and returns it. */
  SparseSet takeOut(SparseSet other) {
    SparseSet taken = new SparseSet();
    int at = 0;
    int kept = 0;
    for (int i = 0; i < length; i++) {
      while (at < other.length && other.blocks[at] < blocks[i]) {
        at++;
      }
      long common =
          at < other.length && other.blocks[at] == blocks[i] ? other.words[at] & words[i] : 0;
      taken.merge(blocks[i], common);
      blocks[kept] = blocks[i];
      words[kept] = words[i] & ~common;
      kept += words[kept] == 0 ? 0 : 1;
    }
    length = kept;
    size -= taken.size;
    return taken;
  }

  /** Does something with each member, in ascending order. */
  void forEach(IntConsumer action) {
    for (int i = 0; i < length; i++) {
      for (long rest = words[i]; rest != 0; rest &= rest - 1) {
        action.accept((blocks[i] << 6) + Long.numberOfTrailingZeros(rest));
      }
    }
  }

  private static long bit(int number) {
    return 1L << (number & 63);
  }

  private long word(int block) {
    int at = find(block);
    return at >= 0 ? words[at] : 0;
  }

  private void merge(int block, long bits) {
    if (bits != 0) {
      int at = find(block);
      if (at >= 0) {
        size += Long.bitCount(bits & ~words[at]);
        words[at] |= bits;
      } else {
        insert(-at - 1, block, bits);
      }
    }
  }

  private int find(int block) {
    return length == 0 || blocks[length - 1] < block
        ? -length - 1
        : Arrays.binarySearch(blocks, 0, length, block);
  }

  private void insert(int at, int block, long bits) {
    if (length == blocks.length) {
      int room = length == 0 ? 1 : length + (length >> 1) + 1;
      blocks = Arrays.copyOf(blocks, room);
      words = Arrays.copyOf(words, room);
    }
    System.arraycopy(blocks, at, blocks, at + 1, length - at);
    System.arraycopy(words, at, words, at + 1, length - at);
    blocks[at] = block;
    words[at] = bits;
    length++;
    size += Long.bitCount(bits);
  }
}
