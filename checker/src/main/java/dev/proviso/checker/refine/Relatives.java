// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What conditions that share a variable have to do with one another: where a refutation is about
 * {@code count == bound} and {@code i < bound}, the invariant of a loop is likely to be {@code i ==
 * count}, and {@code i == bound} is where it ends. Weakest preconditions never say so: they unroll
 * the loop instead.
 */
final class Relatives {
  /** More than this at one place are too many to choose from. */
  private static final int MOST = 8;

  private Relatives() {}

  private record Pair(Variable left, Variable right) {
    boolean has(Variable variable) {
      return left == variable || right == variable;
    }

    Variable other(Variable variable) {
      return left == variable ? right : left;
    }
  }

  /** Conditions that may come to these, in a fixed order. */
  static List<Expr> of(Collection<Expr> conditions) {
    List<Pair> equalities = pairs(conditions, BinaryOp.EQUAL);
    List<Pair> orders = pairs(conditions, BinaryOp.LESS);
    List<Expr> result = new ArrayList<>();
    for (Pair equality : equalities) {
      for (Pair order : orders) {
        for (Variable bound : List.of(order.left(), order.right())) {
          Variable counted = order.other(bound);
          if (equality.has(bound) && equality.other(bound) != counted && result.size() < MOST) {
            add(result, equality.other(bound), counted);
            add(result, counted, bound);
          }
        }
      }
    }
    return result;
  }

  private static List<Pair> pairs(Collection<Expr> conditions, BinaryOp op) {
    List<Pair> result = new ArrayList<>();
    for (Expr condition : conditions) {
      if (condition instanceof Expr.Binary b
          && b.op() == op
          && b.left() instanceof Expr.Read l
          && l.source() instanceof LValue.Var left
          && b.right() instanceof Expr.Read r
          && r.source() instanceof LValue.Var right) {
        result.add(new Pair(left.variable(), right.variable()));
      }
    }
    return result;
  }

  private static void add(List<Expr> result, Variable a, Variable b) {
    if (a.type().equals(b.type())) {
      boolean inOrder = a.id().compareTo(b.id()) <= 0;
      result.add(
          Expr.Binary.of(
              BinaryOp.EQUAL,
              Expr.Read.of(LValue.Var.of(inOrder ? a : b)),
              Expr.Read.of(LValue.Var.of(inOrder ? b : a))));
    }
  }
}
