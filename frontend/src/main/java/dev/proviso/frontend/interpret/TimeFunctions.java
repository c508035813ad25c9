// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** {@code time.h}. */
final class TimeFunctions {
  private static final int TM_SIZE = 56;

  private long shared;

  void addTo(Map<String, Library.WordFunction> words, Map<String, Library.RealFunction> reals) {
    words.put("time", TimeFunctions::time);
    words.put("clock", (m, a) -> m.steps() / 100);
    words.put("localtime", (m, a) -> broken(m, a, ZoneId.systemDefault(), shared(m)));
    words.put("gmtime", (m, a) -> broken(m, a, ZoneOffset.UTC, shared(m)));
    words.put("localtime_r", (m, a) -> broken(m, a, ZoneId.systemDefault(), a.word(1)));
    words.put("gmtime_r", (m, a) -> broken(m, a, ZoneOffset.UTC, a.word(1)));
    words.put("mktime", (m, a) -> whole(m, a.word(0), ZoneId.systemDefault()));
    words.put("timegm", (m, a) -> whole(m, a.word(0), ZoneOffset.UTC));
    words.put("strftime", TimeFunctions::format);
    words.put("gettimeofday", TimeFunctions::timeOfDay);
    words.put("clock_gettime", TimeFunctions::clockTime);
    words.put("tzset", (m, a) -> 0);
    reals.put("difftime", (m, a) -> (double) (a.word(0) - a.word(1)));
  }

  private long shared(Machine m) {
    if (shared == 0) {
      shared = m.memory.address(new Block("a struct tm", TM_SIZE, true, false));
    }
    return shared;
  }

  private static long time(Machine m, Arguments a) {
    long now = System.currentTimeMillis() / 1000;
    Texts.store(m, a.word(0), 8, now);
    return now;
  }

  private static long timeOfDay(Machine m, Arguments a) {
    long now = System.currentTimeMillis();
    Texts.store(m, a.word(0), 8, now / 1000);
    Texts.store(m, a.word(0) + 8, 8, now % 1000 * 1000);
    return 0;
  }

  private static long clockTime(Machine m, Arguments a) {
    long now = System.currentTimeMillis();
    Texts.store(m, a.word(1), 8, now / 1000);
    Texts.store(m, a.word(1) + 8, 8, now % 1000 * 1_000_000);
    return 0;
  }

  private static long broken(Machine m, Arguments a, ZoneId zone, long to) {
    try {
      put(m, to, Instant.ofEpochSecond(Texts.load(m, a.word(0), 8)).atZone(zone));
      return to;
    } catch (DateTimeException | ArithmeticException e) {
      m.library.fail(Errors.RANGE);
      return 0;
    }
  }

  private static void put(Machine m, long to, ZonedDateTime time) {
    int[] values = {
      time.getSecond(),
      time.getMinute(),
      time.getHour(),
      time.getDayOfMonth(),
      time.getMonthValue() - 1,
      time.getYear() - 1900,
      time.getDayOfWeek().getValue() % 7,
      time.getDayOfYear() - 1,
      time.getZone().getRules().isDaylightSavings(time.toInstant()) ? 1 : 0
    };
    for (int i = 0; i < values.length; i++) {
      Texts.store(m, to + 4L * i, 4, values[i]);
    }
  }

  private static LocalDateTime read(Machine m, long from) {
    int[] v = new int[6];
    for (int i = 0; i < v.length; i++) {
      v[i] = (int) Texts.load(m, from + 4L * i, 4);
    }
    return LocalDateTime.of(1900, 1, 1, 0, 0)
        .plusYears(v[5])
        .plusMonths(v[4])
        .plusDays(v[3] - 1L)
        .plusHours(v[2])
        .plusMinutes(v[1])
        .plusSeconds(v[0]);
  }

  private static long whole(Machine m, long from, ZoneId zone) {
    try {
      ZonedDateTime time = read(m, from).atZone(zone);
      put(m, from, time);
      return time.toEpochSecond();
    } catch (DateTimeException | ArithmeticException e) {
      return -1;
    }
  }

  private static long format(Machine m, Arguments a) {
    StringBuilder out = new StringBuilder();
    String format = Texts.text(m, a.word(2));
    ZonedDateTime time = read(m, a.word(3)).atZone(ZoneId.systemDefault());
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        out.append(c);
      } else {
        out.append(field(format.charAt(++i), time));
      }
    }
    if (out.length() + 1 > a.word(1)) {
      return 0;
    }
    Texts.putString(m, a.word(0), Texts.encoded(out.toString()));
    return out.length();
  }

  private static String field(char conversion, ZonedDateTime time) {
    String pattern =
        switch (conversion) {
          case 'Y' -> "uuuu";
          case 'y' -> "uu";
          case 'm' -> "MM";
          case 'd' -> "dd";
          case 'H' -> "HH";
          case 'I' -> "hh";
          case 'M' -> "mm";
          case 'S' -> "ss";
          case 'j' -> "DDD";
          case 'p' -> "a";
          case 'a' -> "EEE";
          case 'A' -> "EEEE";
          case 'b', 'h' -> "MMM";
          case 'B' -> "MMMM";
          case 'D', 'x' -> "MM/dd/uu";
          case 'F' -> "uuuu-MM-dd";
          case 'T', 'X' -> "HH:mm:ss";
          case 'R' -> "HH:mm";
          case 'c' -> "EEE MMM ppd HH:mm:ss uuuu";
          case 'e' -> "ppd";
          case 'Z' -> "zzz";
          case 'z' -> "xx";
          default -> "";
        };
    return switch (conversion) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case '%' -> "%";
      case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
      case 's' -> Long.toString(time.toEpochSecond());
      default ->
          pattern.isEmpty()
              ? "%" + conversion
              : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
    };
  }
}
