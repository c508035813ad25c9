// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.Extended;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * {@code math.h}. Functions that IEEE 754 defines exactly are exact; the others are those of fdlibm
 * and may differ from the platform's in the last place. For long double they are computed in
 * double.
 */
final class MathFunctions {
  private MathFunctions() {}

  static void addTo(
      Map<String, Library.WordFunction> words,
      Map<String, Library.RealFunction> reals,
      Map<String, Library.WideFunction> wides) {
    unary()
        .forEach(
            (name, f) -> {
              reals.put(name, (m, a) -> f.applyAsDouble(a.real(0)));
              reals.put(name + "f", (m, a) -> (float) f.applyAsDouble((float) a.real(0)));
              wides.put(
                  name + "l", (m, a) -> Extended.of(f.applyAsDouble(extended(a, 0).toDouble())));
            });
    binary()
        .forEach(
            (name, f) -> {
              reals.put(name, (m, a) -> f.applyAsDouble(a.real(0), a.real(1)));
              reals.put(name + "f", (m, a) -> (float) f.applyAsDouble(a.real(0), a.real(1)));
              wides.put(
                  name + "l",
                  (m, a) ->
                      Extended.of(
                          f.applyAsDouble(extended(a, 0).toDouble(), extended(a, 1).toDouble())));
            });
    wides.put(
        "fabsl", (m, a) -> extended(a, 0).isNegative() ? extended(a, 0).negate() : extended(a, 0));
    scaling(reals);
    rounding(words);
    reals.put("fma", (m, a) -> Math.fma(a.real(0), a.real(1), a.real(2)));
    reals.put("nan", (m, a) -> Double.NaN);
    reals.put("nanf", (m, a) -> Double.NaN);
    reals.put("inf", (m, a) -> Double.POSITIVE_INFINITY);
    words.put("isnan", (m, a) -> Double.isNaN(a.real(0)) ? 1 : 0);
    words.put("isinf", (m, a) -> Double.isInfinite(a.real(0)) ? a.real(0) < 0 ? -1 : 1 : 0);
    words.put("finite", (m, a) -> Double.isFinite(a.real(0)) ? 1 : 0);
    words.put("isfinite", (m, a) -> Double.isFinite(a.real(0)) ? 1 : 0);
    words.put("signbit", (m, a) -> Double.doubleToRawLongBits(a.real(0)) < 0 ? 1 : 0);
    words.put("ilogb", (m, a) -> Math.getExponent(a.real(0)));
  }

  private static Extended extended(Arguments a, int index) {
    return (Extended) a.wide(index);
  }

  private static Map<String, DoubleUnaryOperator> unary() {
    Map<String, DoubleUnaryOperator> f = new LinkedHashMap<>();
    f.put("fabs", Math::abs);
    f.put("sqrt", Math::sqrt);
    f.put("cbrt", StrictMath::cbrt);
    f.put("exp", StrictMath::exp);
    f.put("exp2", x -> StrictMath.pow(2, x));
    f.put("expm1", StrictMath::expm1);
    f.put("log", StrictMath::log);
    f.put("log2", MathFunctions::log2);
    f.put("log10", StrictMath::log10);
    f.put("log1p", StrictMath::log1p);
    f.put("sin", StrictMath::sin);
    f.put("cos", StrictMath::cos);
    f.put("tan", StrictMath::tan);
    f.put("asin", StrictMath::asin);
    f.put("acos", StrictMath::acos);
    f.put("atan", StrictMath::atan);
    f.put("sinh", StrictMath::sinh);
    f.put("cosh", StrictMath::cosh);
    f.put("tanh", StrictMath::tanh);
    f.put("floor", Math::floor);
    f.put("ceil", Math::ceil);
    f.put("trunc", x -> x < 0 ? Math.ceil(x) : Math.floor(x));
    f.put("round", MathFunctions::round);
    f.put("rint", Math::rint);
    f.put("nearbyint", Math::rint);
    f.put("logb", x -> x == 0 ? Double.NEGATIVE_INFINITY : Math.getExponent(x));
    return f;
  }

  private static Map<String, DoubleBinaryOperator> binary() {
    Map<String, DoubleBinaryOperator> f = new LinkedHashMap<>();
    f.put("pow", MathFunctions::power);
    f.put("atan2", StrictMath::atan2);
    f.put("fmod", (x, y) -> x % y);
    f.put("remainder", StrictMath::IEEEremainder);
    f.put("drem", StrictMath::IEEEremainder);
    f.put("hypot", StrictMath::hypot);
    f.put("fmin", (x, y) -> Double.isNaN(x) ? y : Double.isNaN(y) ? x : Math.min(x, y));
    f.put("fmax", (x, y) -> Double.isNaN(x) ? y : Double.isNaN(y) ? x : Math.max(x, y));
    f.put("fdim", (x, y) -> x <= y ? 0 : x - y);
    f.put("copysign", StrictMath::copySign);
    f.put("nextafter", Math::nextAfter);
    return f;
  }

  private static double log2(double x) {
    double exponent = Math.getExponent(x);
    return x > 0 && Double.isFinite(x) && Math.scalb(1.0, (int) exponent) == x
        ? exponent
        : StrictMath.log(x) / StrictMath.log(2);
  }

  /** Where Java gives NaN, C gives 1. */
  private static double power(double x, double y) {
    return x == 1 || Math.abs(x) == 1 && Double.isInfinite(y) ? 1 : StrictMath.pow(x, y);
  }

  /** Halves go away from zero. */
  private static double round(double x) {
    double below = Math.floor(Math.abs(x));
    double rounded = Math.abs(x) - below >= 0.5 ? below + 1 : below;
    return Double.isNaN(x) || Double.isInfinite(x) ? x : Math.copySign(rounded, x);
  }

  private static void scaling(Map<String, Library.RealFunction> reals) {
    for (String name : new String[] {"ldexp", "scalbn", "scalbln"}) {
      Library.RealFunction scale =
          (m, a) -> Math.scalb(a.real(0), (int) Math.max(-99999, Math.min(99999, a.word(1))));
      reals.put(name, scale);
      reals.put(name + "f", (m, a) -> (float) scale.call(m, a));
    }
    for (String name : new String[] {"frexp", "frexpf"}) {
      reals.put(name, MathFunctions::fraction);
    }
    reals.put("modf", (m, a) -> parts(m, a, 8));
    reals.put("modff", (m, a) -> parts(m, a, 4));
  }

  private static double fraction(Machine m, Arguments a) {
    double x = a.real(0);
    if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
      Texts.store(m, a.word(1), 4, 0);
      return x;
    }
    boolean isTiny = Math.abs(x) < Double.MIN_NORMAL;
    double normal = isTiny ? x * 0x1p54 : x;
    int exponent = Math.getExponent(normal) + 1;
    Texts.store(m, a.word(1), 4, isTiny ? exponent - 54 : exponent);
    return Math.scalb(normal, -exponent);
  }

  private static double parts(Machine m, Arguments a, int width) {
    double x = a.real(0);
    double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
    long bits =
        width == 8 ? Double.doubleToRawLongBits(whole) : Float.floatToRawIntBits((float) whole);
    Texts.store(m, a.word(1), width, bits);
    return Double.isInfinite(x) ? Math.copySign(0, x) : Math.copySign(x - whole, x);
  }

  private static void rounding(Map<String, Library.WordFunction> words) {
    for (String suffix : new String[] {"", "f"}) {
      for (String prefix : new String[] {"l", "ll"}) {
        words.put(prefix + "round" + suffix, (m, a) -> (long) round(a.real(0)));
        words.put(prefix + "rint" + suffix, (m, a) -> (long) Math.rint(a.real(0)));
      }
    }
  }
}
