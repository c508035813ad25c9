// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.AddressOf;
import dev.proviso.frontend.program.Expr.Binary;
import dev.proviso.frontend.program.Expr.Cast;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.types.PointerType;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@code Assume(p != 0)} before accesses through {@code p}, once while nothing that {@code p}
 * depends on changes. Of a pointer that is computed from another one, the other is looked at: a
 * driver that subtracts an offset from null is as lost.
 */
final class NullChecks {
  private final Context context;
  private final Set<Expr> checked = new LinkedHashSet<>();

  NullChecks(Context context) {
    this.context = context;
  }

  void access(LValue object, Place place) {
    Expr pointer = pointerTo(object);
    if (pointer != null) {
      check(pointer, place);
    }
  }

  void check(Expr pointer, Place place) {
    Expr subject = subject(pointer);
    if (subject != null && checked.add(subject)) {
      Expr notNull = Exprs.binary(BinaryOp.NOT_EQUAL, subject, Exprs.zero(subject.type()));
      context.emit(new Statement.Assume(notNull, Statement.Assume.Reason.NULL_DEREFERENCE), place);
      checked.add(subject);
    }
  }

  private static @Nullable Expr pointerTo(LValue object) {
    return switch (object) {
      case LValue.Var v -> null;
      case LValue.Deref d -> d.pointer();
      case LValue.Member m -> pointerTo(m.base());
      case LValue.Element e -> pointerTo(e.base());
    };
  }

  /** The pointer whose being null decides; null where it cannot be null. */
  private static @Nullable Expr subject(Expr pointer) {
    return switch (pointer) {
      case Binary b
          when b.op() == BinaryOp.POINTER_ADD && !(stripped(b.left()) instanceof IntConst) ->
          subject(b.left());
      case Cast c when c.operand().type() instanceof PointerType -> subject(c.operand());
      case AddressOf a -> {
        Expr inner = pointerTo(a.object());
        yield inner == null ? null : subject(inner);
      }
      case Expr.FunctionAddress f -> null;
      case IntConst c when c.value().signum() != 0 -> null;
      default -> pointer;
    };
  }

  private static Expr stripped(Expr pointer) {
    return pointer instanceof Cast c ? stripped(c.operand()) : pointer;
  }

  void forget() {
    checked.clear();
  }

  /** Forgets what a statement may have changed. */
  void after(Statement statement) {
    switch (statement) {
      case Statement.Assign s -> changed(s.target());
      case Statement.Havoc s -> changed(s.target());
      case Statement.Allocate s -> changed(s.target());
      case Statement.Call s -> {
        memoryChanged();
        if (s.result() != null) {
          changed(s.result());
        }
      }
      case Statement.CopyMemory s -> memoryChanged();
      case Statement.FillMemory s -> memoryChanged();
      case Statement.Scramble s -> memoryChanged();
      case Statement.Free s -> {}
      case Statement.Assume s -> {}
      case Statement.Return s -> {}
      case Statement.Abort s -> {}
      case Statement.Skip s -> {}
    }
  }

  private void changed(LValue target) {
    Variable root = root(target);
    if (root == null) {
      memoryChanged();
      return;
    }
    boolean exposed = context.isExposed(root);
    checked.removeIf(e -> e.variables().contains(root) || exposed && e.readsMemory());
  }

  private static @Nullable Variable root(LValue place) {
    return switch (place) {
      case LValue.Var v -> v.variable();
      case LValue.Deref d -> null;
      case LValue.Member m -> root(m.base());
      case LValue.Element e -> root(e.base());
    };
  }

  private void memoryChanged() {
    checked.removeIf(e -> e.readsMemory() || e.variables().stream().anyMatch(context::isExposed));
  }
}
