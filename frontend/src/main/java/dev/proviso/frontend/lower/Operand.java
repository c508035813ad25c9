// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;

/**
 * What an expression denotes before arrays and functions decay to pointers and objects to their
 * values.
 */
sealed interface Operand {
  Type type();

  /** An object. */
  record Located(LValue place) implements Operand {
    @Override
    public Type type() {
      return place.type();
    }
  }

  /** A value. */
  record Value(Expr expr) implements Operand {
    static Value of(Expr expr) {
      return new Value(expr);
    }

    @Override
    public Type type() {
      return expr.type();
    }
  }

  /** A function. */
  record Function(String name, Type type) implements Operand {}

  /** The result of what has none. */
  record Nothing() implements Operand {
    @Override
    public Type type() {
      return VoidType.VOID;
    }
  }
}
