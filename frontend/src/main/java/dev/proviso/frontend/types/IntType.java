// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.types;

import java.math.BigInteger;

/**
 * An integer type: two's complement, wrapping. Enumerations are the integer type that the ABI gives
 * them.
 *
 * @param kind the C type, which decides rank and identity; only {@code bits} and {@code signed}
 *     decide values
 * @param bits the width of its object in memory: 8, 16, 32, 64 or 128 ({@code _Bool}: 8, holding 0
 *     or 1). Values that are computed from bit-fields wider than {@code int} have the field's
 *     width; no object is of such a type
 */
public record IntType(Kind kind, int bits, boolean signed) implements Type {

  /** C's integer types, in the order of their rank. */
  public enum Kind {
    BOOL("_Bool"),
    CHAR("char"),
    SIGNED_CHAR("signed char"),
    UNSIGNED_CHAR("unsigned char"),
    SHORT("short"),
    UNSIGNED_SHORT("unsigned short"),
    INT("int"),
    UNSIGNED_INT("unsigned int"),
    LONG("long"),
    UNSIGNED_LONG("unsigned long"),
    LONG_LONG("long long"),
    UNSIGNED_LONG_LONG("unsigned long long"),
    INT128("__int128"),
    UNSIGNED_INT128("unsigned __int128");

    private final String spelling;

    Kind(String spelling) {
      this.spelling = spelling;
    }

    /** The type as C spells it. */
    public String spelling() {
      return spelling;
    }
  }

  /** {@code int}: the type of comparisons; 32 bits on every target. */
  public static final IntType INT = new IntType(Kind.INT, 32, true);

  /** {@code unsigned char}: a byte. */
  public static final IntType BYTE = new IntType(Kind.UNSIGNED_CHAR, 8, false);

  /** The type of the objects that hold its values. */
  public IntType ofObjects() {
    int width = Math.max(8, Integer.highestOneBit(2 * bits - 1));
    return width == bits ? this : new IntType(kind, width, signed);
  }

  public boolean isBool() {
    return kind == Kind.BOOL;
  }

  public BigInteger min() {
    return signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
  }

  public BigInteger max() {
    return BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
  }

  /** The value of this type that is congruent to {@code value} modulo 2^bits. */
  public BigInteger wrap(BigInteger value) {
    BigInteger low = value.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    return signed && low.testBit(bits - 1) ? low.subtract(BigInteger.ONE.shiftLeft(bits)) : low;
  }

  @Override
  public long size() {
    return bits / 8;
  }

  @Override
  public long alignment() {
    return bits / 8;
  }

  @Override
  public String toString() {
    return ofObjects() == this ? kind.spelling() : kind.spelling() + ":" + bits;
  }
}
