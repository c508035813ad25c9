// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A memory whose objects stand where a {@link Guide} says, at the start of spaces of their own.
 * What is outside of all objects is found by its address: however it is reached, it is the same.
 * Objects that have ended keep what they held, until another one takes their place.
 */
final class LaidOutMemory extends Memory {
  /** Behind objects that the guide knows nothing of: lists of further arguments. */
  private static final long END_WIDE = 1L << 61;

  private static final long END_NARROW = 1L << 31;

  private final Guide guide;
  private final int shift;
  private final long mask;
  private final Block wild = wild();
  private final Map<Long, Block> spaces = new HashMap<>();
  private final Map<Long, Block> functions = new HashMap<>();
  private final Map<Long, Byte> written = new HashMap<>();
  private long lastOther;

  LaidOutMemory(Target target, Guide guide) {
    boolean isWide = target.pointerBits() == 64;
    this.guide = guide;
    shift = isWide ? 32 : 16;
    mask = isWide ? -1 : 0xffff_ffffL;
    lastOther = isWide ? END_WIDE : END_NARROW;
    wild.memory = this;
  }

  @Override
  Block at(long address) {
    Block function = functions.get(address);
    if (function != null) {
      return function;
    }
    long space = address >>> shift;
    Block block = spaces.get(space);
    if (block == null && guide.isExternal(address)) {
      block = Block.large("an external object", 1L << shift, false);
      put(block, space << shift);
    }
    return block == null ? wild : block;
  }

  @Override
  void place(Block block) {
    lastOther -= (block.size >>> shift) + 1 << shift;
    put(block, lastOther);
  }

  /** Puts an object where the guide has it. */
  void put(Block block, long address) {
    block.base = address;
    block.memory = this;
    if (block.procedure != null) {
      functions.put(address, block);
      return;
    }
    @Nullable Block before = spaces.get(address >>> shift);
    long last = address + Math.max(block.size, 1) - 1;
    for (long space = address >>> shift; space <= last >>> shift; space++) {
      spaces.put(space, block);
    }
    if (before != null && before.remains != null) {
      int kept = Math.min(before.remains.length, block.bytes.length);
      System.arraycopy(before.remains, 0, block.bytes, 0, kept);
    } else if (block.bytes.length > 0 && !block.isZero) {
      SortedMap<Long, Byte> known = guide.contents(address, address + block.bytes.length);
      known.forEach((at, value) -> block.bytes[(int) (at - address)] = value);
    }
  }

  @Override
  void end(Block block, Block.State how) {
    block.remains = block.bytes;
    block.end(how);
  }

  /** A byte that its object does not keep. */
  byte get(long address) {
    long place = address & mask;
    Block block = at(place);
    long offset = place - block.base;
    if (block.holds(offset, 1)) {
      return block.bytes[(int) offset];
    }
    byte[] remains = block.remains;
    if (remains != null && offset >= 0 && offset < remains.length) {
      return remains[(int) offset];
    }
    @Nullable Byte device = block == wild ? guide.device(place) : null;
    @Nullable Byte known = device == null ? written.get(place) : device;
    if (known != null) {
      return known;
    }
    return block.isZero && block.has(offset, 1)
        ? 0
        : guide.contents(place, place + 1).getOrDefault(place, (byte) 0);
  }

  void set(long address, byte value) {
    long place = address & mask;
    Block block = at(place);
    long offset = place - block.base;
    byte[] remains = block.remains;
    if (block.holds(offset, 1)) {
      block.bytes[(int) offset] = value;
      block.mark((int) offset, 1);
    } else if (remains != null && offset >= 0 && offset < remains.length) {
      remains[(int) offset] = value;
    } else {
      written.put(place, value);
    }
  }
}
