// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.syntax.Expression.Literal;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.Target;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads constants (C17 6.4.4) and string literals (6.4.5). */
final class Literals {
  private static final Pattern MICROSOFT_SUFFIX = Pattern.compile("u?i(8|16|32|64|128)$");

  /** The elements of a string with its terminating zero. */
  record Text(IntType element, List<Integer> units) {}

  private final Target target;
  private final IntType plainChar;
  private final boolean shortWideChars;

  Literals(Unit unit) {
    this.target = unit.target();
    this.plainChar = unit.plainChar();
    this.shortWideChars = unit.dialect().shortWideChars();
  }

  /** {@code wchar_t}. */
  IntType wide() {
    if (shortWideChars) {
      return target.intType(Kind.UNSIGNED_SHORT);
    }
    return switch (target) {
      case ILP32 -> target.intType(Kind.LONG);
      case LP64 -> IntType.INT;
      case LLP64 -> target.intType(Kind.UNSIGNED_SHORT);
    };
  }

  Expr integer(Literal literal) {
    String text = literal.text().toLowerCase(Locale.ROOT).replace("'", "");
    Matcher microsoft = MICROSOFT_SUFFIX.matcher(text);
    if (microsoft.find()) {
      boolean unsigned = microsoft.group().startsWith("u");
      IntType type = sized(Integer.parseInt(microsoft.group(1)), unsigned);
      return IntConst.of(digits(literal, text.substring(0, microsoft.start())), type);
    }
    int end = text.length();
    while (end > 0 && "ul".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    String suffix = text.substring(end);
    BigInteger value = digits(literal, text.substring(0, end));
    boolean decimal = !text.startsWith("0") || end == 1;
    return IntConst.of(value, integerType(literal, value, suffix, decimal));
  }

  private IntType sized(int bits, boolean unsigned) {
    Kind kind =
        switch (bits) {
          case 8 -> Kind.SIGNED_CHAR;
          case 16 -> Kind.SHORT;
          case 32 -> Kind.INT;
          case 64 -> Kind.LONG_LONG;
          default -> Kind.INT128;
        };
    IntType type = target.intType(kind);
    return unsigned ? Conversions.unsigned(type) : type;
  }

  private static BigInteger digits(Literal literal, String text) {
    try {
      if (text.startsWith("0x")) {
        return new BigInteger(text.substring(2), 16);
      }
      if (text.startsWith("0b")) {
        return new BigInteger(text.substring(2), 2);
      }
      return text.length() > 1 && text.startsWith("0")
          ? new BigInteger(text, 8)
          : new BigInteger(text);
    } catch (NumberFormatException e) {
      throw new Invalid(literal.place().range(), "`" + literal.text() + "` is no integer constant");
    }
  }

  /** 6.4.4.1: the first type of a list that holds the value. */
  private IntType integerType(Literal literal, BigInteger value, String suffix, boolean decimal) {
    boolean unsigned = suffix.contains("u");
    long longs = suffix.chars().filter(c -> c == 'l').count();
    for (Kind kind : List.of(Kind.INT, Kind.LONG, Kind.LONG_LONG)) {
      if (longs > 0 && kind == Kind.INT || longs > 1 && kind == Kind.LONG) {
        continue;
      }
      IntType signed = target.intType(kind);
      if (!unsigned && value.compareTo(signed.max()) <= 0) {
        return signed;
      }
      IntType other = Conversions.unsigned(signed);
      if ((unsigned || !decimal) && value.compareTo(other.max()) <= 0) {
        return other;
      }
    }
    IntType widest = target.intType(Kind.UNSIGNED_LONG_LONG);
    if (value.compareTo(widest.max()) > 0) {
      throw new Invalid(literal.place().range(), "`" + literal.text() + "` fits no integer type");
    }
    return widest;
  }

  Expr floating(Literal literal) {
    String text = literal.text().toLowerCase(Locale.ROOT).replace("'", "");
    FloatType type = FloatType.DOUBLE;
    boolean hexadecimal = text.startsWith("0x");
    if (text.endsWith("f") && (!hexadecimal || text.contains("p"))) {
      type = FloatType.FLOAT;
    } else if (text.endsWith("l")) {
      type = target.longDouble();
    }
    String digits =
        text.endsWith("l") || type == FloatType.FLOAT ? text.substring(0, text.length() - 1) : text;
    try {
      return Floats.parse(digits, type);
    } catch (NumberFormatException e) {
      throw new Unsupported(literal.place().range(), "the constant `" + literal.text() + "`");
    }
  }

  Expr character(Literal literal) {
    String text = literal.text();
    int quote = text.indexOf('\'');
    IntType element = element(text.substring(0, quote));
    List<Integer> units =
        units(literal, text.substring(quote + 1, text.lastIndexOf('\'')), element);
    if (element.bits() > 8) {
      return IntConst.of(units.isEmpty() ? 0 : units.get(units.size() - 1), element);
    }
    if (units.size() == 1) {
      int bits = units.get(0) & 0xff;
      return IntConst.of(plainChar.signed() ? (byte) bits : bits, IntType.INT);
    }
    // 'abcd', as pool tags use it: the first character ends up highest, in gcc as in Microsoft's
    // compiler.
    int value = 0;
    for (int unit : units) {
      value = value << 8 | unit & 0xff;
    }
    return IntConst.of(value, IntType.INT);
  }

  private IntType element(String prefix) {
    return switch (prefix) {
      case "L" -> wide();
      case "u" -> target.intType(Kind.UNSIGNED_SHORT);
      case "U" -> target.intType(Kind.UNSIGNED_INT);
      default -> plainChar;
    };
  }

  Text string(Literal literal) {
    String text = literal.text();
    StringBuilder prefixes = new StringBuilder();
    List<String> bodies = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('"', at);
      if (open < 0) {
        break;
      }
      prefixes.append(text.substring(at, open).strip());
      int close = open + 1;
      while (close < text.length() && text.charAt(close) != '"') {
        close += text.charAt(close) == '\\' ? 2 : 1;
      }
      bodies.add(text.substring(open + 1, Math.min(close, text.length())));
      at = close + 1;
    }
    String prefix = prefixes.toString();
    String kind =
        prefix.contains("L")
            ? "L"
            : prefix.contains("U") ? "U" : prefix.replace("u8", "").contains("u") ? "u" : "";
    IntType element = element(kind);
    List<Integer> units = new ArrayList<>();
    bodies.forEach(b -> units.addAll(units(literal, b, element)));
    units.add(0);
    return new Text(element, units);
  }

  private static List<Integer> units(Literal literal, String body, IntType element) {
    List<Integer> units = new ArrayList<>();
    int i = 0;
    while (i < body.length()) {
      int c = body.codePointAt(i);
      i += Character.charCount(c);
      if (c != '\\' || i >= body.length()) {
        encode(c, element, units);
        continue;
      }
      char escape = body.charAt(i++);
      if (escape == 'x') {
        int end = i;
        while (end < body.length() && Character.digit(body.charAt(end), 16) >= 0) {
          end++;
        }
        if (end == i) {
          throw new Invalid(literal.place().range(), "`\\x` wants hexadecimal digits");
        }
        units.add(new BigInteger(body.substring(i, end), 16).intValue());
        i = end;
      } else if (escape >= '0' && escape <= '7') {
        int end = i;
        while (end < body.length()
            && end < i + 2
            && body.charAt(end) >= '0'
            && body.charAt(end) <= '7') {
          end++;
        }
        units.add(Integer.parseInt(body.substring(i - 1, end), 8));
        i = end;
      } else if (escape == 'u' || escape == 'U') {
        int end = Math.min(body.length(), i + (escape == 'u' ? 4 : 8));
        encode(Integer.parseInt(body.substring(i, end), 16), element, units);
        i = end;
      } else {
        units.add(simpleEscape(escape));
      }
    }
    return units;
  }

  private static int simpleEscape(char escape) {
    return switch (escape) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'a' -> 7;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'v' -> 11;
      case 'e', 'E' -> 27;
      default -> escape;
    };
  }

  private static void encode(int c, IntType element, List<Integer> units) {
    if (c >= Literal.STRAY_BYTES && c < Literal.STRAY_BYTES + 256) {
      units.add(c - Literal.STRAY_BYTES);
    } else if (element.bits() == 8) {
      for (byte b : new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8)) {
        units.add((int) b);
      }
    } else if (element.bits() == 16 && c > 0xffff) {
      units.add((int) Character.highSurrogate(c));
      units.add((int) Character.lowSurrogate(c));
    } else {
      units.add(c);
    }
  }
}
