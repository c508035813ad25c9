// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.types;

import dev.proviso.frontend.types.IntType.Kind;

/**
 * The ABI that a program is compiled for: how wide {@code long} and pointers are. Always
 * little-endian.
 */
public enum Target {
  ILP32(32, 32),
  LP64(64, 64),
  LLP64(32, 64);

  private final int longBits;
  private final int pointerBits;

  Target(int longBits, int pointerBits) {
    this.longBits = longBits;
    this.pointerBits = pointerBits;
  }

  public int pointerBits() {
    return pointerBits;
  }

  public PointerType pointerTo(Type pointee) {
    return new PointerType(pointee, pointerBits);
  }

  /** The integer type of that kind on this target. Plain {@code char} is signed. */
  public IntType intType(Kind kind) {
    return switch (kind) {
      case BOOL, UNSIGNED_CHAR -> new IntType(kind, 8, false);
      case CHAR, SIGNED_CHAR -> new IntType(kind, 8, true);
      case SHORT -> new IntType(kind, 16, true);
      case UNSIGNED_SHORT -> new IntType(kind, 16, false);
      case INT -> IntType.INT;
      case UNSIGNED_INT -> new IntType(kind, 32, false);
      case LONG -> new IntType(kind, longBits, true);
      case UNSIGNED_LONG -> new IntType(kind, longBits, false);
      case LONG_LONG -> new IntType(kind, 64, true);
      case UNSIGNED_LONG_LONG -> new IntType(kind, 64, false);
      case INT128 -> new IntType(kind, 128, true);
      case UNSIGNED_INT128 -> new IntType(kind, 128, false);
    };
  }

  /** {@code long double}: the x87 extended format, or with Microsoft's compiler a double. */
  public FloatType longDouble() {
    return switch (this) {
      case ILP32 -> FloatType.EXTENDED_12;
      case LP64 -> FloatType.EXTENDED;
      case LLP64 -> FloatType.DOUBLE;
    };
  }

  /** {@code size_t}, {@code uintptr_t}: the unsigned integer as wide as a pointer. */
  public IntType sizeType() {
    return intType(
        switch (this) {
          case ILP32 -> Kind.UNSIGNED_INT;
          case LP64 -> Kind.UNSIGNED_LONG;
          case LLP64 -> Kind.UNSIGNED_LONG_LONG;
        });
  }

  /** {@code ptrdiff_t}, {@code intptr_t}: the signed integer as wide as a pointer. */
  public IntType differenceType() {
    return intType(
        switch (this) {
          case ILP32 -> Kind.INT;
          case LP64 -> Kind.LONG;
          case LLP64 -> Kind.LONG_LONG;
        });
  }
}
