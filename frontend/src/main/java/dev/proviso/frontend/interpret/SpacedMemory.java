// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.Target;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Every object has a space of its own, 2^32 bytes wide (2^16 on 32-bit targets, several of them for
 * a large one), and starts somewhere inside of it: no access beside it meets another one. It is
 * given one when somebody asks. Spaces are used again only when millions of objects have ended.
 */
final class SpacedMemory extends Memory {
  private static final int SPACES_BEFORE_REUSE = 1 << 21;

  private final boolean isWide;
  private final int shift;
  private final int limit;
  private final Deque<Integer> ended = new ArrayDeque<>();
  private final Block wild = wild();
  private @Nullable Block[] spaces = new Block[1 << 12];

  /** The first space holds null. */
  private int used = 1;

  SpacedMemory(Target target) {
    isWide = target.pointerBits() == 64;
    shift = isWide ? 32 : 16;
    limit = isWide ? SPACES_BEFORE_REUSE : 1 << 16;
  }

  @Override
  Block at(long address) {
    int space = (int) (address >>> shift);
    if (space < 0 || space >= used) {
      return wild;
    }
    Block block = spaces[space];
    return block == null ? wild : block;
  }

  @Override
  void place(Block block) {
    int count = isWide ? 1 : (int) ((block.size + 0x400L + 0xffff) >>> 16);
    int space = free(count);
    for (int i = 0; i < count; i++) {
      spaces[space + i] = block;
    }
    block.base = ((long) space << shift) + start(space);
  }

  /** Low bits differ from object to object, as programs that hash addresses rely on. */
  private long start(int space) {
    return isWide ? 0x4000_0000L + (space * 0x9E37_79B1L & 0xfff_fff0L) : 0x200;
  }

  private int free(int count) {
    if (used + count > limit) {
      if (count == 1 && !ended.isEmpty()) {
        return ended.remove();
      }
      throw new Stop(
          Finding.Kind.STOPPED,
          "the program has more objects than there are addresses for",
          ExitCodes.LIMIT);
    }
    int space = used;
    used += count;
    if (used > spaces.length) {
      spaces = Arrays.copyOf(spaces, Math.max(used, Math.min(limit, 2 * spaces.length)));
    }
    return space;
  }

  @Override
  void end(Block block, Block.State how) {
    block.end(how);
    if (block.base != 0) {
      int first = (int) (block.base >>> shift);
      int count = isWide ? 1 : (int) ((block.size + 0x400L + 0xffff) >>> 16);
      for (int i = 0; i < count; i++) {
        ended.add(first + i);
      }
    }
  }
}
