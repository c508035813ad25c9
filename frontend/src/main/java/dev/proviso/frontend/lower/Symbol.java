// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.Type;
import org.jspecify.annotations.Nullable;

/** What an ordinary identifier means. */
sealed interface Symbol {
  /**
   * An object.
   *
   * @param type as declared, an array's length perhaps known later than the variable was made
   * @param variableSize for an array of variable length, whose variable is the pointer to it: its
   *     size in bytes
   */
  record Declared(Variable variable, Type type, @Nullable Expr variableSize) implements Symbol {}

  /** A function. */
  record Function(DeclaredFunction function) implements Symbol {}

  /** A typedef name. */
  record Typedef(TypeInfo type) implements Symbol {}

  /** What a declaration declares that could not be lowered. */
  record Lost(String what) implements Symbol {}

  /** A constant of an enumeration. */
  record Constant(Expr value) implements Symbol {}
}
