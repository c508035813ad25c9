// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import org.jspecify.annotations.Nullable;

/** What arrives where a value is passed. */
final class Arguments {
  private Arguments() {}

  /** What a formal gets; null for anything. */
  static @Nullable Expr passed(Statement.Call call, int index, LValue formal) {
    return index < call.arguments().size() ? converted(call.arguments().get(index), formal) : null;
  }

  /** Calls through pointers may pass a value of another type than the one that is expected. */
  static Expr converted(Expr value, LValue target) {
    return value.type().isScalar() && target.type().isScalar()
        ? Expr.Cast.of(value, target.type())
        : value;
  }
}
