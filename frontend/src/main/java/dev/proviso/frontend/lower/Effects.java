// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.syntax.BinaryOperator;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Node;
import dev.proviso.frontend.syntax.Statement;
import dev.proviso.frontend.syntax.UnaryOperator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What evaluating an expression may change, read off its syntax. */
final class Effects {
  /**
   * What may change.
   *
   * @param names the variables that are assigned by name
   * @param memory whether anything with an address may change
   * @param plain whether it neither changes anything, nor dereferences, divides or jumps
   */
  record Summary(Set<String> names, boolean memory, boolean plain) {
    boolean isEmpty() {
      return names.isEmpty() && !memory;
    }
  }

  private static final Summary NONE = new Summary(Set.of(), false, true);
  private final Map<Expression, Summary> known = new IdentityHashMap<>();

  Summary of(Expression expression) {
    Summary summary = known.get(expression);
    if (summary == null) {
      summary = compute(expression);
      known.put(expression, summary);
    }
    return summary;
  }

  private Summary compute(Expression expression) {
    Summary inner = NONE;
    for (Node child : Children.of(expression)) {
      inner = join(inner, of(child));
    }
    return switch (expression) {
      case Expression.Assign a -> join(inner, stored(a.target()));
      case Expression.Unary u ->
          switch (u.operator()) {
            case PRE_INCREMENT, PRE_DECREMENT, POST_INCREMENT, POST_DECREMENT ->
                join(inner, stored(u.operand()));
            case DEREFERENCE -> notPlain(inner);
            case PLUS, MINUS, COMPLEMENT, NOT, ADDRESS, REAL, IMAGINARY -> inner;
          };
      case Expression.Call c -> new Summary(inner.names(), true, false);
      case Expression.StatementExpression s -> new Summary(inner.names(), true, false);
      case Expression.CompoundLiteral c -> new Summary(inner.names(), true, false);
      case Expression.VariadicArgument v -> new Summary(inner.names(), true, false);
      case Expression.Index i -> notPlain(inner);
      case Expression.MemberOfPointer m -> notPlain(inner);
      case Expression.Binary b when isPartial(b.operator()) -> notPlain(inner);
      default -> inner;
    };
  }

  private static boolean isPartial(BinaryOperator operator) {
    return operator == BinaryOperator.DIVIDE || operator == BinaryOperator.REMAINDER;
  }

  /** Effects of what is nested: statements in a statement expression included. */
  private Summary of(Node node) {
    if (node instanceof Expression e) {
      return of(e);
    }
    Summary all = NONE;
    for (Node child : Children.of(node)) {
      all = join(all, of(child));
    }
    if (node instanceof Statement.Asm asm) {
      for (Statement.AsmOperand output : asm.outputs()) {
        all = join(all, stored(output.expression()));
      }
    }
    return all;
  }

  private static Summary notPlain(Summary s) {
    return new Summary(s.names(), s.memory(), false);
  }

  private static Summary stored(Expression target) {
    String root = rootName(target);
    return root == null
        ? new Summary(Set.of(), true, false)
        : new Summary(Set.of(root), throughIndex(target), false);
  }

  /**
   * The variable that an lvalue is a part of, if it is one; an index may also go through a pointer.
   */
  static @org.jspecify.annotations.Nullable String rootName(Expression target) {
    return switch (target) {
      case Expression.Identifier i -> i.name();
      case Expression.MemberOf m -> rootName(m.object());
      case Expression.Index i -> rootName(i.array());
      default -> null;
    };
  }

  private static boolean throughIndex(Expression target) {
    return switch (target) {
      case Expression.MemberOf m -> throughIndex(m.object());
      case Expression.Index i -> true;
      default -> false;
    };
  }

  private static Summary join(Summary a, Summary b) {
    if (b.names().isEmpty() && (a.memory() || !b.memory()) && (!a.plain() || b.plain())) {
      return a;
    }
    if (a == NONE) {
      return b;
    }
    Set<String> names = new LinkedHashSet<>(a.names());
    names.addAll(b.names());
    return new Summary(names, a.memory() || b.memory(), a.plain() && b.plain());
  }

  /** True if a value that was computed before may be another one after these effects. */
  static boolean disturbs(List<Summary> later, Expr value, Context context) {
    return later.stream().anyMatch(s -> disturbs(s, value, context));
  }

  private static boolean disturbs(Summary later, Expr value, Context context) {
    if (later.isEmpty() || isFixed(value)) {
      return false;
    }
    if (later.memory()
        && (value.readsMemory() || value.variables().stream().anyMatch(context::isExposed))) {
      return true;
    }
    return value.variables().stream().anyMatch(v -> later.names().contains(v.name()))
        || value.readsMemory() && later.names().stream().anyMatch(n -> mayBeExposed(n, context));
  }

  private static boolean mayBeExposed(String name, Context context) {
    return !(context.scope().find(name) instanceof Symbol.Declared o)
        || context.isExposed(o.variable());
  }

  /** Constants and addresses of variables. */
  static boolean isFixed(Expr value) {
    return switch (value) {
      case Expr.IntConst c -> true;
      case Expr.FloatConst c -> true;
      case Expr.FunctionAddress f -> true;
      case Expr.AddressOf a -> isFixed(a.object());
      case Expr.Cast c -> isFixed(c.operand());
      case Expr.Unary u -> isFixed(u.operand());
      case Expr.Binary b -> isFixed(b.left()) && isFixed(b.right());
      case Expr.Conditional c ->
          isFixed(c.condition()) && isFixed(c.then()) && isFixed(c.otherwise());
      case Expr.Read r -> false;
    };
  }

  private static boolean isFixed(LValue place) {
    return switch (place) {
      case LValue.Var v -> true;
      case LValue.Member m -> isFixed(m.base());
      case LValue.Element e -> isFixed(e.base()) && isFixed(e.index());
      case LValue.Deref d -> isFixed(d.pointer());
    };
  }

  /** The names whose address a piece of code takes. */
  static void collectExposed(Node node, Set<String> names) {
    if (node instanceof Expression.Unary u && u.operator() == UnaryOperator.ADDRESS) {
      String root = rootName(u.operand());
      if (root != null) {
        names.add(root);
      }
    }
    if (node instanceof Expression.Identifier) {
      return;
    }
    Children.of(node).forEach(c -> collectExposed(c, names));
  }
}
