// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.math.BigInteger;

/** How values of a type are represented while they are computed with. */
enum Forms {
  /** {@link Word}. */
  WORD,
  /** {@link Real}. */
  REAL,
  /** {@link Wide}. */
  WIDE,
  /** Bytes in a {@link Block}. */
  BLOB;

  static Forms of(Type type) {
    return switch (type) {
      case IntType t -> t.bits() > 64 ? WIDE : WORD;
      case PointerType t -> WORD;
      case FloatType t -> t.isExtended() ? WIDE : REAL;
      case CompositeType t -> BLOB;
      case ArrayType t -> BLOB;
      case VoidType t -> WORD;
      case FunctionType t -> WORD;
    };
  }

  /** The value of the type that is congruent to this one, sign- or zero-extended. */
  static long fit(long value, Type type) {
    if (type instanceof IntType t) {
      int unused = 64 - t.bits();
      return t.signed() ? value << unused >> unused : value << unused >>> unused;
    }
    return type instanceof PointerType p && p.bits() == 32 ? value & 0xffff_ffffL : value;
  }

  /** What is read from an object that holds this: whatever bits a {@code _Bool} has, 0 or 1. */
  static long truth(long value, Type type) {
    return type instanceof IntType t && t.isBool() && value != 0 ? 1 : value;
  }

  static boolean isSigned(Type type) {
    return type instanceof IntType t && t.signed();
  }

  static BigInteger toBig(long value, Type type) {
    BigInteger big = BigInteger.valueOf(value);
    return value < 0 && !isSigned(type) ? big.add(BigInteger.ONE.shiftLeft(64)) : big;
  }
}
