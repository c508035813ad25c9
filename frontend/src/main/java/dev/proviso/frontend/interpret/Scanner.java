// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.IntType.Kind;
import java.io.ByteArrayOutputStream;

/** {@code scanf}: takes a text apart. */
final class Scanner {
  /** Where the text comes from. */
  interface Input {
    /** The next character, or -1. */
    int read();

    void unread(int c);
  }

  private final Machine machine;
  private final Input input;
  private final Values values;
  private long consumed;
  private int assigned;

  Scanner(Machine machine, Input input, Values values) {
    this.machine = machine;
    this.input = input;
    this.values = values;
  }

  /** One conversion. */
  private static final class Wanted {
    boolean isDropped;
    int width = Integer.MAX_VALUE;
    String length = "";
    boolean[] set = new boolean[256];
  }

  private int read() {
    int c = input.read();
    consumed += c < 0 ? 0 : 1;
    return c;
  }

  private void unread(int c) {
    if (c >= 0) {
      input.unread(c);
      consumed--;
    }
  }

  private void skipSpace() {
    int c = read();
    while (CharacterFunctions.isSpace(c)) {
      c = read();
    }
    unread(c);
  }

  /** How many values were stored; -1 where the input ended before the first. */
  long scan(byte[] format) {
    int i = 0;
    while (i < format.length) {
      int f = format[i] & 255;
      if (CharacterFunctions.isSpace(f)) {
        skipSpace();
        i++;
      } else if (f != '%') {
        int c = read();
        if (c != f) {
          unread(c);
          return c < 0 && assigned == 0 ? -1 : assigned;
        }
        i++;
      } else {
        Wanted wanted = new Wanted();
        i = parse(format, i + 1, wanted);
        char letter = i < format.length ? (char) format[i++] : '%';
        if (letter == '[') {
          i = parseSet(format, i, wanted);
        }
        int state = convert(letter, wanted);
        if (state != 1) {
          return state < 0 && assigned == 0 ? -1 : assigned;
        }
      }
    }
    return assigned;
  }

  private static int parse(byte[] format, int start, Wanted wanted) {
    int i = start;
    if (i < format.length && format[i] == '*') {
      wanted.isDropped = true;
      i++;
    }
    int width = 0;
    while (i < format.length && CharacterFunctions.isDigit(format[i])) {
      width = width * 10 + format[i++] - '0';
    }
    wanted.width = width == 0 ? Integer.MAX_VALUE : width;
    while (i < format.length && "hlqjztL".indexOf(format[i]) >= 0) {
      wanted.length += (char) format[i++];
    }
    return i;
  }

  private static int parseSet(byte[] format, int start, Wanted wanted) {
    int i = start;
    boolean isInverse = i < format.length && format[i] == '^';
    if (isInverse) {
      i++;
    }
    int first = i;
    while (i < format.length && (format[i] != ']' || i == first)) {
      boolean isRange = i + 2 < format.length && format[i + 1] == '-' && format[i + 2] != ']';
      int last = isRange ? i + 2 : i;
      for (int c = format[i] & 255; c <= (format[last] & 255); c++) {
        wanted.set[c] = true;
      }
      i = last + 1;
    }
    for (int c = 0; isInverse && c < 256; c++) {
      wanted.set[c] = !wanted.set[c];
    }
    return i + 1;
  }

  /** 1 where it went well, 0 where the text does not fit, -1 where it ended. */
  private int convert(char letter, Wanted wanted) {
    switch (letter) {
      case '%' -> {
        skipSpace();
        int c = read();
        return c == '%' ? 1 : c < 0 ? -1 : 0;
      }
      case 'n' -> {
        store(wanted, consumed);
        return 1;
      }
      case 'c' -> {
        int count = wanted.width == Integer.MAX_VALUE ? 1 : wanted.width;
        return characters(wanted, count);
      }
      case 's', '[' -> {
        if (letter == 's') {
          skipSpace();
          for (int c = 0; c < 256; c++) {
            wanted.set[c] = !CharacterFunctions.isSpace(c);
          }
        }
        return string(wanted);
      }
      case 'd', 'u' -> {
        return integer(wanted, 10);
      }
      case 'i' -> {
        return integer(wanted, 0);
      }
      case 'o' -> {
        return integer(wanted, 8);
      }
      case 'x', 'X', 'p' -> {
        return integer(wanted, 16);
      }
      case 'f', 'F', 'e', 'E', 'g', 'G', 'a', 'A' -> {
        return floating(wanted);
      }
      default -> {
        return 0;
      }
    }
  }

  private int characters(Wanted wanted, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      int c = read();
      if (c < 0) {
        return -1;
      }
      bytes[i] = (byte) c;
    }
    if (!wanted.isDropped) {
      Texts.put(machine, pointer(), bytes, count);
      assigned++;
    }
    return 1;
  }

  private long pointer() {
    return values.word(machine.program.target().pointerBits());
  }

  private int string(Wanted wanted) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int c = read();
    while (c >= 0 && wanted.set[c] && text.size() < wanted.width) {
      text.write(c);
      c = read();
    }
    unread(c);
    if (text.size() == 0) {
      return c < 0 ? -1 : 0;
    }
    if (!wanted.isDropped) {
      Texts.putString(machine, pointer(), text.toByteArray());
      assigned++;
    }
    return 1;
  }

  private int integer(Wanted wanted, int base) {
    String text = number(wanted, "+-0123456789abcdefABCDEFxX");
    if (text.isEmpty()) {
      return atEnd() ? -1 : 0;
    }
    Numeral numeral = Numeral.integer(i -> i < text.length() ? text.charAt((int) i) : 0, base);
    giveBack(text, numeral.length());
    if (numeral.length() == 0) {
      return 0;
    }
    if (!wanted.isDropped) {
      store(wanted, numeral.fits(64, true) ? numeral.fitted(64, true) : numeral.fitted(64, false));
      assigned++;
    }
    return 1;
  }

  private int floating(Wanted wanted) {
    String text = number(wanted, "+-.0123456789abcdefABCDEFxXpPnNiItTyY");
    if (text.isEmpty()) {
      return atEnd() ? -1 : 0;
    }
    Numeral numeral = Numeral.real(i -> i < text.length() ? text.charAt((int) i) : 0);
    giveBack(text, numeral.length());
    if (numeral.length() == 0) {
      return 0;
    }
    if (!wanted.isDropped) {
      long address = pointer();
      switch (wanted.length) {
        case "l" ->
            Texts.store(machine, address, 8, Double.doubleToRawLongBits(numeral.toDouble()));
        case "L" -> {
          Block block = machine.memory.at(address);
          Stores.wide(machine.running(), block, address - block.base, numeral.toExtended());
        }
        default ->
            Texts.store(machine, address, 4, Float.floatToRawIntBits((float) numeral.toFloat()));
      }
      assigned++;
    }
    return 1;
  }

  private boolean atEnd() {
    int c = read();
    unread(c);
    return c < 0;
  }

  /** As many characters as a number might have; what is too much is given back later. */
  private String number(Wanted wanted, String allowed) {
    skipSpace();
    StringBuilder text = new StringBuilder();
    int c = read();
    while (c >= 0 && allowed.indexOf(c) >= 0 && text.length() < wanted.width) {
      text.append((char) c);
      c = read();
    }
    unread(c);
    return text.toString();
  }

  private void giveBack(String text, int taken) {
    for (int i = text.length() - 1; i >= taken; i--) {
      unread(text.charAt(i));
    }
  }

  private void store(Wanted wanted, long value) {
    if (wanted.isDropped) {
      return;
    }
    int width =
        switch (wanted.length) {
          case "hh" -> 1;
          case "h" -> 2;
          case "l" -> machine.program.target().intType(Kind.LONG).bits() / 8;
          case "ll", "q", "j", "L" -> 8;
          case "z", "t" -> machine.program.target().pointerBits() / 8;
          default -> 4;
        };
    Texts.store(machine, pointer(), width, value);
  }
}
