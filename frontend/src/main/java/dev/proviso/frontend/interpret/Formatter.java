// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.Target;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code printf}: puts a text together. */
final class Formatter {
  private final Machine machine;
  private final Values values;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Formatter(Machine machine, Values values) {
    this.machine = machine;
    this.values = values;
  }

  byte[] format(byte[] format) {
    int i = 0;
    while (i < format.length) {
      if (format[i] != '%') {
        out.write(format[i++]);
      } else {
        i = conversion(format, i + 1);
      }
    }
    return out.toByteArray();
  }

  private int conversion(byte[] format, int start) {
    Conversion c = new Conversion();
    int i = start;
    while (i < format.length && c.flag((char) format[i])) {
      i++;
    }
    if (i < format.length && format[i] == '*') {
      c.setWidth((int) values.word(32));
      i++;
    } else {
      while (i < format.length && CharacterFunctions.isDigit(format[i])) {
        c.width = c.width * 10 + format[i++] - '0';
      }
    }
    if (i < format.length && format[i] == '.') {
      i++;
      c.precision = 0;
      if (i < format.length && format[i] == '*') {
        c.precision = (int) values.word(32);
        i++;
      } else {
        while (i < format.length && CharacterFunctions.isDigit(format[i])) {
          c.precision = c.precision * 10 + format[i++] - '0';
        }
      }
    }
    while (i < format.length && "hlqjztL".indexOf(format[i]) >= 0) {
      c.length += (char) format[i++];
    }
    if (i < format.length) {
      c.text = new String(format, start - 1, i + 1 - start + 1, StandardCharsets.ISO_8859_1);
      convert((char) format[i++], c);
    }
    return i;
  }

  private void convert(char letter, Conversion c) {
    switch (letter) {
      case 'd', 'i' -> {
        long value = Forms.fit(values.word(read(c)), machine.program.target().intType(signed(c)));
        boolean negative = value < 0;
        String digits = Long.toUnsignedString(Math.abs(value));
        write(c.number(negative ? "-" : c.plus(), digits));
      }
      case 'u' -> write(c.number("", Long.toUnsignedString(unsigned(c))));
      case 'o' -> {
        String digits = Long.toOctalString(unsigned(c));
        write(c.number("", c.isAlternative && !digits.startsWith("0") ? "0" + digits : digits));
      }
      case 'x', 'X' -> {
        long value = unsigned(c);
        String digits = Long.toHexString(value);
        String text = c.number(c.isAlternative && value != 0 ? "0x" : "", digits);
        write(letter == 'X' ? text.toUpperCase(Locale.ROOT) : text);
      }
      case 'c' -> {
        byte[] one = {(byte) values.word(32)};
        write(c.padded(one));
      }
      case 's' -> write(c.padded(string(c)));
      case 'p' -> {
        long value = values.word(machine.program.target().pointerBits());
        write(c.padded(Texts.encoded(value == 0 ? "(nil)" : "0x" + Long.toHexString(value))));
      }
      case 'n' -> Texts.store(machine, values.word(pointerBits()), read(c) / 8, out.size());
      case '%' -> out.write('%');
      case 'f', 'F', 'e', 'E', 'g', 'G', 'a', 'A' -> floating(letter, c);
      default -> {
        write(c.text);
      }
    }
  }

  private int pointerBits() {
    return machine.program.target().pointerBits();
  }

  private void floating(char letter, Conversion c) {
    Decimals number =
        c.length.contains("L") ? Decimals.of(values.extended()) : Decimals.of(values.real());
    write(c.floating(number, letter));
  }

  private byte[] string(Conversion c) {
    long address = values.word(pointerBits());
    if (address == 0) {
      return Texts.encoded(c.precision >= 0 && c.precision < 6 ? "" : "(null)");
    }
    if (c.length.equals("l")) {
      return wide(address, c);
    }
    long limit = c.precision < 0 ? Integer.MAX_VALUE : c.precision;
    return Texts.bytes(machine, address, Texts.length(machine, address, limit));
  }

  private byte[] wide(long address, Conversion c) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (long at = address; c.precision < 0 || text.size() < c.precision; at += 4) {
      int unit = (int) Texts.load(machine, at, 4);
      if (unit == 0) {
        break;
      }
      text.write(unit);
    }
    return text.toByteArray();
  }

  private long unsigned(Conversion c) {
    Target target = machine.program.target();
    long value = values.word(read(c));
    int bits = target.intType(signed(c)).bits();
    return bits == 64 ? value : value & (1L << bits) - 1;
  }

  private Kind signed(Conversion c) {
    return switch (c.length) {
      case "hh" -> Kind.SIGNED_CHAR;
      case "h" -> Kind.SHORT;
      case "l" -> Kind.LONG;
      case "ll", "q", "j", "L" -> Kind.LONG_LONG;
      case "z", "t" -> pointerBits() == 64 ? Kind.LONG_LONG : Kind.INT;
      default -> Kind.INT;
    };
  }

  /** How many bits the argument has: short ones are passed as {@code int}. */
  private int read(Conversion c) {
    return Math.max(32, machine.program.target().intType(signed(c)).bits());
  }

  private void write(String text) {
    write(Texts.encoded(text));
  }

  private void write(byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }
}
