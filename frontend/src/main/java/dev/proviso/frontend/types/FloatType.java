// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.types;

/** A binary floating-point type of IEEE 754, or the x87 extended format as {@code long double}. */
public enum FloatType implements Type {
  FLOAT("float", 4, 8, 24, 4),
  DOUBLE("double", 8, 11, 53, 8),
  EXTENDED("long double", 16, 15, 64, 16),
  /** The same format where it has 12 bytes, as on ILP32. */
  EXTENDED_12("long double", 12, 15, 64, 4);

  private final String spelling;
  private final int size;
  private final int exponentBits;
  private final int significandBits;
  private final int alignment;

  FloatType(String spelling, int size, int exponentBits, int significandBits, int alignment) {
    this.spelling = spelling;
    this.size = size;
    this.exponentBits = exponentBits;
    this.significandBits = significandBits;
    this.alignment = alignment;
  }

  /** Whether it is the x87 extended format. */
  public boolean isExtended() {
    return significandBits == 64;
  }

  public int exponentBits() {
    return exponentBits;
  }

  /** Bits of the significand, the leading one included. */
  public int significandBits() {
    return significandBits;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long alignment() {
    return alignment;
  }

  @Override
  public String toString() {
    return spelling;
  }
}
