// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import java.nio.charset.StandardCharsets;

/** Bytes and strings of the program, by address. */
final class Texts {
  private Texts() {}

  static int load(Machine m, long address) {
    Block block = m.memory.at(address);
    return (int) Cells.load8(m.running(), block, address - block.base) & 255;
  }

  static void store(Machine m, long address, int value) {
    Block block = m.memory.at(address);
    Cells.store8(m.running(), block, address - block.base, value);
  }

  static void store(Machine m, long address, int width, long value) {
    if (address != 0) {
      Block block = m.memory.at(address);
      Cells.store(m.running(), block, address - block.base, width, value);
    }
  }

  static long load(Machine m, long address, int width) {
    Block block = m.memory.at(address);
    return Cells.load(m.running(), block, address - block.base, width);
  }

  /** How many bytes stand before the terminating zero, at most {@code limit}. */
  static long length(Machine m, long address, long limit) {
    Block block = m.memory.at(address);
    long offset = address - block.base;
    if (offset >= 0) {
      for (int i = 0; i < limit && offset + i < block.bytes.length; i++) {
        if (block.bytes[(int) offset + i] == 0) {
          if (!block.isSet((int) offset, i + 1)) {
            Cells.load(m.running(), block, offset, i < 8 ? i + 1 : 1);
          }
          return i;
        }
      }
    }
    for (long i = Math.max(0, Math.min(limit, block.bytes.length - offset)); i < limit; i++) {
      if (load(m, address + i) == 0) {
        return i;
      }
    }
    return limit;
  }

  static long length(Machine m, long address) {
    return length(m, address, Integer.MAX_VALUE);
  }

  static byte[] bytes(Machine m, long address, long count) {
    byte[] result = new byte[(int) count];
    Block from = m.memory.at(address);
    long offset = address - from.base;
    if (count > 0 && from.holds(offset, (int) count)) {
      System.arraycopy(from.bytes, (int) offset, result, 0, (int) count);
      return result;
    }
    for (int i = 0; i < count; i++) {
      result[i] = (byte) load(m, address + i);
    }
    return result;
  }

  static void put(Machine m, long address, byte[] bytes, int count) {
    Block to = m.memory.at(address);
    long offset = address - to.base;
    if (count > 0 && to.holds(offset, count)) {
      System.arraycopy(bytes, 0, to.bytes, (int) offset, count);
      to.mark((int) offset, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      store(m, address + i, bytes[i]);
    }
  }

  static byte[] string(Machine m, long address) {
    return bytes(m, address, length(m, address));
  }

  /** A string of the program, byte by byte: for names of files and formats. */
  static String text(Machine m, long address) {
    return new String(string(m, address), StandardCharsets.ISO_8859_1);
  }

  static byte[] encoded(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Stores the bytes and a terminating zero. */
  static void putString(Machine m, long address, byte[] bytes) {
    put(m, address, bytes, bytes.length);
    store(m, address + bytes.length, 0);
  }

  /** A new object that holds the string. */
  static long allocated(Machine m, String text) {
    byte[] bytes = encoded(text);
    long address = m.memory.address(new Block("a string", bytes.length + 1, true, false));
    putString(m, address, bytes);
    return address;
  }
}
