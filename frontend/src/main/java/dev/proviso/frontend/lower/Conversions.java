// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.IntType.Kind;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;

/** The types that C's implicit conversions lead to (C17 6.3.1). */
final class Conversions {
  private Conversions() {}

  /**
   * 6.3.1.1: what has a lower rank than {@code int} becomes {@code int}, which holds all its values
   * here.
   */
  static IntType promoted(IntType type) {
    return type.kind().compareTo(Kind.INT) < 0 ? IntType.INT : type;
  }

  /**
   * A bit-field promotes by its width: what fits {@code int} becomes {@code int}. Wider ones keep
   * their width with gcc, and have the declared type with Microsoft's compiler.
   */
  static IntType promotedBitField(IntType type, int width, Target target) {
    boolean fits = width < 32 || width == 32 && type.signed();
    if (target == Target.LLP64) {
      return type.bits() <= 32 && fits ? IntType.INT : promoted(type);
    }
    if (width <= 32) {
      return fits ? IntType.INT : target.intType(Kind.UNSIGNED_INT);
    }
    return new IntType(type.kind(), width, type.signed());
  }

  /** 6.3.1.8: the common type of two arithmetic operands, integers being promoted already. */
  static Type common(Type left, Type right) {
    if (left instanceof FloatType f) {
      return right instanceof FloatType g && g.compareTo(f) > 0 ? g : f;
    }
    if (right instanceof FloatType) {
      return right;
    }
    return common((IntType) left, (IntType) right);
  }

  private static IntType common(IntType left, IntType right) {
    IntType a = promoted(left);
    IntType b = promoted(right);
    IntType higher = isHigher(b, a) ? b : a;
    IntType lower = higher == a ? b : a;
    if (a.signed() == b.signed() || !higher.signed()) {
      return higher;
    }
    return higher.bits() > lower.bits() ? higher : unsigned(higher);
  }

  private static boolean isHigher(IntType a, IntType b) {
    return a.bits() == b.bits()
        ? unsigned(a).kind().compareTo(unsigned(b).kind()) > 0
        : a.bits() > b.bits();
  }

  /** The unsigned type of the same rank. */
  static IntType unsigned(IntType type) {
    Kind kind =
        switch (type.kind()) {
          case CHAR, SIGNED_CHAR -> Kind.UNSIGNED_CHAR;
          case SHORT -> Kind.UNSIGNED_SHORT;
          case INT -> Kind.UNSIGNED_INT;
          case LONG -> Kind.UNSIGNED_LONG;
          case LONG_LONG -> Kind.UNSIGNED_LONG_LONG;
          case INT128 -> Kind.UNSIGNED_INT128;
          case BOOL,
              UNSIGNED_CHAR,
              UNSIGNED_SHORT,
              UNSIGNED_INT,
              UNSIGNED_LONG,
              UNSIGNED_LONG_LONG,
              UNSIGNED_INT128 ->
              type.kind();
        };
    return new IntType(kind, type.bits(), false);
  }

  /** The default promotions of arguments without a declared parameter. */
  static Type promotedArgument(Type type) {
    return switch (type) {
      case IntType t -> promoted(t).ofObjects();
      case FloatType f when f == FloatType.FLOAT -> FloatType.DOUBLE;
      default -> type;
    };
  }
}
