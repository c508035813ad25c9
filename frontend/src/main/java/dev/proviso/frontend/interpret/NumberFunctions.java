// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.Target;
import java.util.Map;

/** The arithmetic of {@code stdlib.h}: numbers from texts, absolute values, random numbers. */
final class NumberFunctions {
  private NumberFunctions() {}

  static void addTo(
      Map<String, Library.WordFunction> words,
      Map<String, Library.RealFunction> reals,
      Map<String, Library.WideFunction> wides) {
    words.put("abs", (m, a) -> Math.abs(a.integer(0)));
    words.put("labs", (m, a) -> Math.abs(a.word(0)));
    words.put("llabs", (m, a) -> Math.abs(a.word(0)));
    words.put("imaxabs", (m, a) -> Math.abs(a.word(0)));
    words.put("div", (m, a) -> divided(m, a, 4));
    words.put("ldiv", (m, a) -> divided(m, a, longBits(m) / 8));
    words.put("lldiv", (m, a) -> divided(m, a, 8));
    words.put("imaxdiv", (m, a) -> divided(m, a, 8));
    words.put("atoi", (m, a) -> (int) scan(m, a.word(0), 0, 10).fitted(64, true));
    words.put("atol", (m, a) -> scan(m, a.word(0), 0, 10).fitted(64, true));
    words.put("atoll", (m, a) -> scan(m, a.word(0), 0, 10).fitted(64, true));
    words.put("strtol", (m, a) -> integer(m, a, longBits(m), true));
    words.put("strtoul", (m, a) -> integer(m, a, longBits(m), false));
    for (String name : new String[] {"strtoll", "strtoimax", "strtoq"}) {
      words.put(name, (m, a) -> integer(m, a, 64, true));
    }
    for (String name : new String[] {"strtoull", "strtoumax", "strtouq"}) {
      words.put(name, (m, a) -> integer(m, a, 64, false));
    }
    reals.put("atof", (m, a) -> real(m, a.word(0), 0).toDouble());
    reals.put("strtod", (m, a) -> real(m, a.word(0), a.word(1)).toDouble());
    reals.put("strtof", (m, a) -> real(m, a.word(0), a.word(1)).toFloat());
    wides.put("strtold", (m, a) -> real(m, a.word(0), a.word(1)).toExtended());
    RandomNumbers random = new RandomNumbers();
    words.put("rand", (m, a) -> random.next());
    words.put("random", (m, a) -> random.next());
    words.put("srand", (m, a) -> random.seed(a.integer(0)));
    words.put("srandom", (m, a) -> random.seed(a.integer(0)));
  }

  private static int longBits(Machine m) {
    Target target = m.program.target();
    return target.intType(Kind.LONG).bits();
  }

  private static long divided(Machine m, Arguments a, int width) {
    Block result = new Block("a quotient", 2 * width, true, false);
    long quotient = a.word(1) == 0 ? 0 : a.word(0) / a.word(1);
    Cells.poke(result, 0, width, quotient);
    Cells.poke(result, width, width, a.word(0) - quotient * a.word(1));
    m.blob = result;
    return 0;
  }

  private static Numeral scan(Machine m, long text, long end, int base) {
    Numeral numeral = Numeral.integer(i -> Texts.load(m, text + i), base);
    Texts.store(m, end, m.program.target().pointerBits() / 8, text + numeral.length());
    return numeral;
  }

  private static long integer(Machine m, Arguments a, int bits, boolean signed) {
    Numeral numeral = scan(m, a.word(0), a.word(1), a.integer(2));
    if (!numeral.fits(bits, signed)) {
      m.library.fail(Errors.RANGE);
    }
    return numeral.fitted(bits, signed);
  }

  private static Numeral real(Machine m, long text, long end) {
    Numeral numeral = Numeral.real(i -> Texts.load(m, text + i));
    Texts.store(m, end, m.program.target().pointerBits() / 8, text + numeral.length());
    double value = numeral.toDouble();
    if (numeral.length() > 0 && !numeral.text().contains("n") && Double.isInfinite(value)) {
      m.library.fail(Errors.RANGE);
    }
    return numeral;
  }
}
