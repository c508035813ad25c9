// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.types.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type with what declarations say of it beyond the type.
 *
 * @param aligned the alignment that an attribute of a typedef asks for, or 0
 * @param roles the typedef names of a function type that it was declared with
 * @param variableSize the size in bytes of an array of variable length, or null
 */
record TypeInfo(
    Type type, boolean isVolatile, long aligned, List<String> roles, @Nullable Expr variableSize) {
  static TypeInfo of(Type type) {
    return new TypeInfo(type, false, 0, List.of(), null);
  }

  /** The same facts of another type: a role is the function's alone. */
  TypeInfo derived(Type other) {
    return new TypeInfo(other, false, 0, List.of(), null);
  }
}
