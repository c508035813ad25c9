// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.interpret.Finding.Kind;

/** Reads and writes of up to eight bytes, checked. */
final class Cells {
  private static final int MOST_OUTSIDE = 1 << 20;

  private Cells() {}

  static long load8(Frame f, Block b, long offset) {
    if (b.unset == null && b.holds(offset, 1)) {
      return b.bytes[(int) offset];
    }
    return (byte) load(f, b, offset, 1);
  }

  static long load16(Frame f, Block b, long offset) {
    if (b.unset == null && b.holds(offset, 2)) {
      return (short) Block.SHORT.get(b.bytes, (int) offset);
    }
    return (short) load(f, b, offset, 2);
  }

  static long load32(Frame f, Block b, long offset) {
    if (b.unset == null && b.holds(offset, 4)) {
      return (int) Block.INT.get(b.bytes, (int) offset);
    }
    return (int) load(f, b, offset, 4);
  }

  static long load64(Frame f, Block b, long offset) {
    if (b.unset == null && b.holds(offset, 8)) {
      return (long) Block.LONG.get(b.bytes, (int) offset);
    }
    return load(f, b, offset, 8);
  }

  static void store8(Frame f, Block b, long offset, long value) {
    if (b.holds(offset, 1)) {
      b.bytes[(int) offset] = (byte) value;
      if (b.unset != null) {
        b.unset[(int) offset] = 0;
      }
    } else {
      storeOutside(f, b, offset, 1, value);
    }
  }

  static void store16(Frame f, Block b, long offset, long value) {
    if (b.holds(offset, 2)) {
      Block.SHORT.set(b.bytes, (int) offset, (short) value);
      if (b.unset != null) {
        Block.SHORT.set(b.unset, (int) offset, (short) 0);
      }
    } else {
      storeOutside(f, b, offset, 2, value);
    }
  }

  static void store32(Frame f, Block b, long offset, long value) {
    if (b.holds(offset, 4)) {
      Block.INT.set(b.bytes, (int) offset, (int) value);
      if (b.unset != null) {
        Block.INT.set(b.unset, (int) offset, 0);
      }
    } else {
      storeOutside(f, b, offset, 4, value);
    }
  }

  static void store64(Frame f, Block b, long offset, long value) {
    if (b.holds(offset, 8)) {
      Block.LONG.set(b.bytes, (int) offset, value);
      if (b.unset != null) {
        Block.LONG.set(b.unset, (int) offset, 0L);
      }
    } else {
      storeOutside(f, b, offset, 8, value);
    }
  }

  /** The general way: any width up to 8, low byte first, zero-extended. */
  static long load(Frame f, Block b, long offset, int width) {
    if (!b.holds(offset, width)) {
      f.machine.outside(b, offset, width, "read");
    } else if (!b.isSet((int) offset, width)) {
      f.machine.report(Kind.UNINITIALISED, b.name + " is read here, and was never written");
    }
    return peek(b, offset, width);
  }

  static void store(Frame f, Block b, long offset, int width, long value) {
    if (b.holds(offset, width)) {
      poke(b, offset, width, value);
    } else {
      storeOutside(f, b, offset, width, value);
    }
  }

  private static void storeOutside(Frame f, Block b, long offset, int width, long value) {
    f.machine.outside(b, offset, width, "written");
    poke(b, offset, width, value);
  }

  /** Reads without a word, wherever it is. */
  static long peek(Block b, long offset, int width) {
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      long at = offset + i;
      int read = b.holds(at, 1) ? b.bytes[(int) at] : b.outsideByte(at);
      value = value << 8 | read & 255;
    }
    return value;
  }

  /** Writes without a word, wherever it is. */
  static void poke(Block b, long offset, int width, long value) {
    for (int i = 0; i < width; i++) {
      long at = offset + i;
      byte part = (byte) (value >>> 8 * i);
      if (b.holds(at, 1)) {
        b.bytes[(int) at] = part;
        b.mark((int) at, 1);
      } else {
        b.setOutsideByte(at, part);
      }
    }
  }

  /** {@code memmove}: what was never written stays so. */
  static void copy(Frame f, Block to, long toOffset, Block from, long fromOffset, long size) {
    if (size <= 0) {
      return;
    }
    int count = (int) Math.min(size, Integer.MAX_VALUE);
    if (to.holds(toOffset, count) && from.holds(fromOffset, count)) {
      System.arraycopy(from.bytes, (int) fromOffset, to.bytes, (int) toOffset, count);
      copyMarks(to, (int) toOffset, from, (int) fromOffset, count);
      return;
    }
    if (!from.holds(fromOffset, count)) {
      f.machine.outside(from, fromOffset, count, "read");
    }
    if (!to.holds(toOffset, count)) {
      f.machine.outside(to, toOffset, count, "written");
    }
    checkOutside(f, count);
    byte[] copied = new byte[count];
    for (int i = 0; i < count; i++) {
      copied[i] = (byte) peek(from, fromOffset + i, 1);
    }
    for (int i = 0; i < count; i++) {
      poke(to, toOffset + i, 1, copied[i]);
    }
  }

  private static void checkOutside(Frame f, int count) {
    if (count > MOST_OUTSIDE) {
      throw f.machine.stop(
          Kind.STOPPED,
          "%d bytes outside of an object are too many to keep".formatted(count),
          ExitCodes.LIMIT);
    }
  }

  private static void copyMarks(Block to, int toOffset, Block from, int fromOffset, int count) {
    if (from.unset != null) {
      if (to.unset == null) {
        if (from.isSet(fromOffset, count)) {
          return;
        }
        to.unset = new byte[to.bytes.length];
      }
      System.arraycopy(from.unset, fromOffset, to.unset, toOffset, count);
    } else {
      to.mark(toOffset, count);
    }
  }

  /** {@code memset}. */
  static void fill(Frame f, Block to, long offset, byte value, long size) {
    if (size <= 0) {
      return;
    }
    int count = (int) Math.min(size, Integer.MAX_VALUE);
    if (to.holds(offset, count)) {
      java.util.Arrays.fill(to.bytes, (int) offset, (int) offset + count, value);
      to.mark((int) offset, count);
      return;
    }
    f.machine.outside(to, offset, count, "written");
    checkOutside(f, count);
    for (int i = 0; i < count; i++) {
      poke(to, offset + i, 1, value);
    }
  }
}
