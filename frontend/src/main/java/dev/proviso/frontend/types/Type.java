// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.types;

/**
 * A C type. Qualifiers are no part of it; {@code volatile} stands on the variable. Compare with
 * {@code equals}.
 */
public sealed interface Type
    permits VoidType, IntType, FloatType, PointerType, ArrayType, CompositeType, FunctionType {

  /** The size in bytes as {@code sizeof} gives it; 0 for void, functions and incomplete types. */
  long size();

  /** The alignment in bytes, at least 1. */
  long alignment();

  /** True of integers, floats and pointers: what one register holds. */
  default boolean isScalar() {
    return this instanceof IntType || this instanceof FloatType || this instanceof PointerType;
  }
}
