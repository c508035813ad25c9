// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;

/**
 * Objects as the C source would name them: without the procedure's name in front, without
 * conversions.
 */
final class SourceNames {
  private SourceNames() {}

  static String of(LValue object) {
    return switch (object) {
      case LValue.Var v -> v.variable().name();
      case LValue.Deref d -> "*" + of(d.pointer());
      case LValue.Member m when m.base() instanceof LValue.Deref d ->
          of(d.pointer()) + "->" + m.field().name();
      case LValue.Member m -> of(m.base()) + "." + m.field().name();
      case LValue.Element e -> of(e.base()) + "[" + of(e.index()) + "]";
    };
  }

  static String of(Expr expr) {
    return switch (expr) {
      case Expr.Read e -> of(e.source());
      case Expr.AddressOf e -> "&" + of(e.object());
      case Expr.Cast e -> of(e.operand());
      case Expr.Binary e ->
          "(" + of(e.left()) + " " + e.op().spelling() + " " + of(e.right()) + ")";
      case Expr.Unary e -> e.op().spelling() + of(e.operand());
      case Expr.Conditional e ->
          "(" + of(e.condition()) + " ? " + of(e.then()) + " : " + of(e.otherwise()) + ")";
      case Expr.IntConst e -> e.toString();
      case Expr.FloatConst e -> e.toString();
      case Expr.FunctionAddress e -> e.procedure();
    };
  }
}
