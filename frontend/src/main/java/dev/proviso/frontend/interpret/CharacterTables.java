// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

/** The tables that glibc's {@code ctype.h} reads: for characters from -128 to 255. */
final class CharacterTables {
  private static final int FIRST = -128;
  private static final int COUNT = 384;

  private final Machine machine;
  private long classes;
  private long lower;
  private long upper;

  CharacterTables(Machine machine) {
    this.machine = machine;
  }

  /** The address of a pointer to the classes of character 0. */
  long classes() {
    if (classes == 0) {
      Block table = new Block("the classes of characters", COUNT * 2, true, false);
      for (int c = 0; c < 128; c++) {
        Cells.poke(table, (c - FIRST) * 2L, 2, classes(c));
      }
      classes = pointer(table, 2);
    }
    return classes;
  }

  long lower() {
    if (lower == 0) {
      lower = mapping(true);
    }
    return lower;
  }

  long upper() {
    if (upper == 0) {
      upper = mapping(false);
    }
    return upper;
  }

  private long mapping(boolean toLower) {
    Block table = new Block("the mapping of characters", COUNT * 4, true, false);
    for (int c = FIRST; c < FIRST + COUNT; c++) {
      int mapped = toLower ? CharacterFunctions.lower(c) : CharacterFunctions.upper(c);
      Cells.poke(table, (c - FIRST) * 4L, 4, mapped);
    }
    return pointer(table, 4);
  }

  private long pointer(Block table, int width) {
    Block pointer = new Block("the pointer to a table of characters", 8, true, false);
    Cells.poke(pointer, 0, 8, machine.memory.address(table) - (long) FIRST * width);
    return machine.memory.address(pointer);
  }

  /** The bits of glibc's {@code _ISupper} and its kin on little-endian machines. */
  private static int classes(int c) {
    int bits = 0;
    bits |= c >= 'A' && c <= 'Z' ? 1 << 8 : 0;
    bits |= c >= 'a' && c <= 'z' ? 1 << 9 : 0;
    bits |= CharacterFunctions.isLetter(c) ? 1 << 10 : 0;
    bits |= CharacterFunctions.isDigit(c) ? 1 << 11 : 0;
    bits |= CharacterFunctions.isHexadecimal(c) ? 1 << 12 : 0;
    bits |= CharacterFunctions.isSpace(c) ? 1 << 13 : 0;
    bits |= c >= 32 && c < 127 ? 1 << 14 : 0;
    bits |= c > 32 && c < 127 ? 1 << 15 : 0;
    bits |= c == ' ' || c == '\t' ? 1 : 0;
    bits |= c < 32 || c == 127 ? 1 << 1 : 0;
    bits |= CharacterFunctions.isPunctuation(c) ? 1 << 2 : 0;
    bits |= CharacterFunctions.isAlphanumeric(c) ? 1 << 3 : 0;
    return bits;
  }
}
