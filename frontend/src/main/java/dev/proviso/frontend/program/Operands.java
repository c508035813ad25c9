// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import dev.proviso.frontend.program.Statement.Callee;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Shows each expression and each object of the visited statements once: an object that is read,
 * written, or has its address taken is shown itself, not the objects that it is a part of.
 */
public final class Operands {
  private final Consumer<Expr> onExpr;
  private final Consumer<LValue> onLValue;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  public Operands(Consumer<Expr> onExpr, Consumer<LValue> onLValue) {
    this.onExpr = onExpr;
    this.onLValue = onLValue;
  }

  public void visit(Statement statement) {
    switch (statement) {
      case Statement.Assign s -> {
        visit(s.target());
        visit(s.value());
      }
      case Statement.Assume s -> visit(s.condition());
      case Statement.Call s -> {
        if (s.result() != null) {
          visit(s.result());
        }
        if (s.callee() instanceof Callee.Indirect indirect) {
          visit(indirect.pointer());
        }
        s.arguments().forEach(this::visit);
      }
      case Statement.Return s -> {
        if (s.value() != null) {
          visit(s.value());
        }
      }
      case Statement.Havoc s -> visit(s.target());
      case Statement.Allocate s -> {
        visit(s.target());
        visit(s.size());
      }
      case Statement.Free s -> visit(s.pointer());
      case Statement.CopyMemory s -> {
        visit(s.destination());
        visit(s.source());
        visit(s.size());
      }
      case Statement.FillMemory s -> {
        visit(s.destination());
        visit(s.value());
        visit(s.size());
      }
      case Statement.Scramble s -> s.pointers().forEach(this::visit);
      case Statement.Abort s -> {}
      case Statement.Skip s -> {}
    }
  }

  public void visit(Expr expr) {
    if (!seen.add(expr)) {
      return;
    }
    onExpr.accept(expr);
    switch (expr) {
      case Expr.IntConst e -> {}
      case Expr.FloatConst e -> {}
      case Expr.FunctionAddress e -> {}
      case Expr.Read e -> visit(e.source());
      case Expr.AddressOf e -> visitPath(e.object());
      case Expr.Unary e -> visit(e.operand());
      case Expr.Binary e -> {
        visit(e.left());
        visit(e.right());
      }
      case Expr.Cast e -> visit(e.operand());
      case Expr.Conditional e -> {
        visit(e.condition());
        visit(e.then());
        visit(e.otherwise());
      }
    }
  }

  public void visit(LValue lvalue) {
    if (seen.add(lvalue)) {
      onLValue.accept(lvalue);
      visitPath(lvalue);
    }
  }

  // The expressions on the way to an object. An index that is no constant counts for all arrays on
  // the way.
  private void visitPath(LValue lvalue) {
    switch (lvalue) {
      case LValue.Var l -> {}
      case LValue.Deref l -> visit(l.pointer());
      case LValue.Member l -> visitPath(l.base());
      case LValue.Element l -> {
        visit(l.index());
        visitPath(l.base());
      }
    }
  }
}
