// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object in memory: a variable, an allocation, a function. Its address is given to it when
 * somebody asks. What is stored outside its bounds, or after its end, stays in a space of its own
 * (design §4.3).
 */
final class Block {
  static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final byte[] NOTHING = {};

  /** Whether the object is still there. */
  enum State {
    LIVE,
    /** Its allocation was freed. */
    FREED,
    /** The call that it was a variable of has returned. */
    LEFT,
    /** Never was an object: an address that belongs to none. */
    WILD
  }

  /** What it is, in a message: {@code the variable x}. */
  final String name;

  /** Objects of more bytes are not kept in one piece: see {@link LaidOutMemory}. */
  static final long LARGE = 1 << 24;

  /** How many bytes it has. */
  final long size;

  /** True of what {@code free} may be given. */
  final boolean isAllocation;

  /** Its content; empty once it ended, so that every access then takes the slow way. */
  byte[] bytes;

  /** Not 0 for each byte that was never written; null where all were. */
  byte @Nullable [] unset;

  /** Its address, or 0 while nobody asked. */
  long base;

  State state = State.LIVE;

  /** The procedure whose address this is. */
  @Nullable String procedure;

  /** What a {@link LaidOutMemory} still knows of it when it has ended. */
  byte @Nullable [] remains;

  /** True if it starts with zeros, whatever memory held before. */
  boolean isZero;

  /** The memory that keeps what is not in {@link #bytes}; null if the object does that itself. */
  @Nullable LaidOutMemory memory;

  private @Nullable Map<Long, Byte> outside;

  Block(String name, int size, boolean isSet, boolean isAllocation) {
    this(name, size, isAllocation, new byte[size]);
    if (!isSet) {
      forget();
    }
  }

  private Block(String name, long size, boolean isAllocation, byte[] bytes) {
    this.name = name;
    this.size = size;
    this.isAllocation = isAllocation;
    this.bytes = bytes;
  }

  /** An object of any size, whose bytes are kept elsewhere. */
  static Block large(String name, long size, boolean isAllocation) {
    return new Block(name, size, isAllocation, NOTHING);
  }

  /** Its content is arbitrary from here on. */
  void forget() {
    if (unset == null) {
      unset = new byte[bytes.length];
    }
    Arrays.fill(unset, (byte) 1);
  }

  boolean holds(long offset, int width) {
    return offset >= 0 && offset <= bytes.length - width;
  }

  boolean isSet(int offset, int width) {
    byte[] marks = unset;
    if (marks != null) {
      for (int i = offset; i < offset + width; i++) {
        if (marks[i] != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** The bytes are written now. */
  void mark(int offset, int width) {
    byte[] marks = unset;
    if (marks != null) {
      Arrays.fill(marks, offset, offset + width, (byte) 0);
    }
  }

  /** Its life ends; what it held is dropped. */
  void end(State how) {
    state = how;
    bytes = NOTHING;
    unset = null;
  }

  /** True if the object has these bytes, wherever they are kept. */
  boolean has(long offset, int width) {
    return offset >= 0 && offset <= size - width;
  }

  byte outsideByte(long offset) {
    if (memory != null) {
      return memory.get(base + offset);
    }
    Map<Long, Byte> known = outside;
    return known == null ? 0 : known.getOrDefault(offset, (byte) 0);
  }

  void setOutsideByte(long offset, byte value) {
    if (memory != null) {
      memory.set(base + offset, value);
      return;
    }
    if (outside == null) {
      outside = new HashMap<>();
    }
    outside.put(offset, value);
  }
}
