// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * How many of a number's low bits may be 1, as far as that can be told from what it is made of:
 * bounds of sizes, indices and flags, which mostly come from narrower types, cost no query then.
 */
final class Significance {
  private Significance() {}

  static int ofEither(Term a, Term b) {
    return Math.max(a.significant(), b.significant());
  }

  static int ofBoth(Term a, Term b) {
    return Math.min(a.significant(), b.significant());
  }

  /** Of the bits that are 1 in both. */
  static int ofMasked(Term a, Term b) {
    return possible(a).and(possible(b)).bitLength();
  }

  /** True where a mask leaves the number as it is. */
  static boolean isKept(Term number, Term mask) {
    BigInteger kept = mask.constant();
    return kept != null && possible(number).andNot(kept).signum() == 0;
  }

  /** All bits that may be 1. */
  private static BigInteger possible(Term a) {
    BigInteger constant = a.constant();
    return constant != null
        ? constant
        : BigInteger.ONE.shiftLeft(a.significant()).subtract(BigInteger.ONE);
  }

  static int ofSum(Term a, Term b) {
    return Math.min(a.bits(), ofEither(a, b) + 1);
  }

  static int ofProduct(Term a, Term b) {
    return Math.min(a.bits(), a.significant() + b.significant());
  }

  /** Where the divisor is 0, SMT-LIB's quotient has all bits set. */
  static int ofQuotient(Term a, Term b, boolean signed) {
    boolean natural = !signed || a.significant() < a.bits() && b.significant() < b.bits();
    boolean byZero = b.constant() == null || b.constant().signum() == 0;
    return natural && !byZero ? a.significant() : a.bits();
  }

  /** Where the divisor is 0, SMT-LIB's remainder is the dividend. */
  static int ofRemainder(Term a, Term b, boolean signed) {
    boolean natural = !signed || a.significant() < a.bits() && b.significant() < b.bits();
    boolean byZero = b.constant() == null || b.constant().signum() == 0;
    return !natural ? a.bits() : byZero ? a.significant() : ofBoth(a, b);
  }

  static int ofShiftedLeft(Term a, Term distance) {
    BigInteger by = distance.constant();
    return by == null
        ? a.bits()
        : by.add(BigInteger.valueOf(a.significant())).min(BigInteger.valueOf(a.bits())).intValue();
  }

  static int ofShiftedRight(Term a, Term distance, boolean signed) {
    if (signed && a.significant() == a.bits()) {
      return a.bits();
    }
    BigInteger by = distance.constant();
    return by == null
        ? a.significant()
        : BigInteger.valueOf(a.significant()).subtract(by).max(BigInteger.ZERO).intValue();
  }

  static int ofExtract(Term a, int low, int width) {
    return Math.clamp(a.significant() - low, 0, width);
  }

  static int ofConcat(Term high, Term low) {
    return high.significant() == 0 ? low.significant() : low.bits() + high.significant();
  }

  static int ofExtension(Term a, int bits, boolean signed) {
    return signed && a.significant() == a.bits() ? bits : a.significant();
  }

  /** True where the number is less than the constant, whatever it is. */
  static boolean isBelow(Term number, @Nullable BigInteger constant) {
    return constant != null && constant.bitLength() > number.significant();
  }
}
