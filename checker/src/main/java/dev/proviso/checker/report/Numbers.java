// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import dev.proviso.checker.verdict.Trace;
import dev.proviso.frontend.types.IntType;
import java.math.BigInteger;
import java.util.Locale;

/**
 * Values as driver writers read them: large numbers, such as status codes and flags, in hexadecimal
 * too.
 */
final class Numbers {
  private static final BigInteger SMALL = BigInteger.valueOf(0xFFFF);

  private Numbers() {}

  static String text(Trace.Change change) {
    String value = change.value();
    if (!(change.object().type() instanceof IntType type) || !value.matches("-?\\d+")) {
      return value;
    }
    BigInteger number = new BigInteger(value);
    if (number.abs().compareTo(SMALL) <= 0) {
      return value;
    }
    BigInteger bits =
        number.signum() < 0 ? number.add(BigInteger.ONE.shiftLeft(type.bits())) : number;
    return value + " (0x" + bits.toString(16).toUpperCase(Locale.ROOT) + ")";
  }
}
