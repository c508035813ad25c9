// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.check;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** The values of some variables; the others may have any. */
record Values(Map<Variable, BigInteger> known) {
  Values {
    known = Map.copyOf(known);
  }

  /** The value of an expression, where it follows from what is known. */
  Optional<BigInteger> of(Expr expr) {
    return switch (expr) {
      case Expr.IntConst e -> Optional.of(e.value());
      case Expr.FloatConst e -> Optional.empty();
      case Expr.Read e ->
          e.source() instanceof LValue.Var v
              ? Optional.ofNullable(known.get(v.variable()))
              : Optional.empty();
      case Expr.AddressOf e -> Optional.empty();
      case Expr.FunctionAddress e -> Optional.empty();
      case Expr.Unary e -> of(e.operand()).flatMap(v -> unary(e.op(), v, e.type()));
      case Expr.Binary e -> binary(e);
      case Expr.Cast e ->
          isInteger(e.operand().type())
              ? of(e.operand()).flatMap(v -> wrapped(v, e.type()))
              : Optional.empty();
      case Expr.Conditional e ->
          of(e.condition()).flatMap(c -> of(c.signum() != 0 ? e.then() : e.otherwise()));
    };
  }

  private static Optional<BigInteger> unary(UnaryOp op, BigInteger value, Type type) {
    return switch (op) {
      case NEGATE -> wrapped(value.negate(), type);
      case COMPLEMENT -> wrapped(value.not(), type);
      case NOT -> Optional.of(truth(value.signum() == 0));
    };
  }

  private Optional<BigInteger> binary(Expr.Binary expr) {
    Optional<BigInteger> left = of(expr.left());
    Optional<BigInteger> right = of(expr.right());
    if (expr.op() == BinaryOp.AND || expr.op() == BinaryOp.OR) {
      return logical(expr.op() == BinaryOp.OR, left, right);
    }
    return left.isEmpty() || right.isEmpty()
        ? Optional.empty()
        : binary(expr, left.get(), right.get());
  }

  private static Optional<BigInteger> logical(
      boolean decisive, Optional<BigInteger> left, Optional<BigInteger> right) {
    boolean decided =
        left.filter(v -> (v.signum() != 0) == decisive).isPresent()
            || right.filter(v -> (v.signum() != 0) == decisive).isPresent();
    if (decided) {
      return Optional.of(truth(decisive));
    }
    return left.isPresent() && right.isPresent() ? Optional.of(truth(!decisive)) : Optional.empty();
  }

  private static Optional<BigInteger> binary(Expr.Binary expr, BigInteger a, BigInteger b) {
    return switch (expr.op()) {
      case ADD -> wrapped(a.add(b), expr.type());
      case SUBTRACT -> wrapped(a.subtract(b), expr.type());
      case MULTIPLY -> wrapped(a.multiply(b), expr.type());
      case BIT_AND -> wrapped(a.and(b), expr.type());
      case BIT_OR -> wrapped(a.or(b), expr.type());
      case BIT_XOR -> wrapped(a.xor(b), expr.type());
      case DIVIDE -> b.signum() == 0 ? Optional.empty() : wrapped(a.divide(b), expr.type());
      case REMAINDER -> b.signum() == 0 ? Optional.empty() : wrapped(a.remainder(b), expr.type());
      case EQUAL -> Optional.of(truth(a.equals(b)));
      case NOT_EQUAL -> Optional.of(truth(!a.equals(b)));
      case LESS -> Optional.of(truth(a.compareTo(b) < 0));
      case LESS_OR_EQUAL -> Optional.of(truth(a.compareTo(b) <= 0));
      case SHIFT_LEFT, SHIFT_RIGHT, POINTER_ADD, AND, OR -> Optional.empty();
    };
  }

  private static Optional<BigInteger> wrapped(BigInteger value, Type type) {
    return type instanceof IntType t && !t.isBool() ? Optional.of(t.wrap(value)) : Optional.empty();
  }

  private static boolean isInteger(Type type) {
    return type instanceof IntType;
  }

  private static BigInteger truth(boolean value) {
    return value ? BigInteger.ONE : BigInteger.ZERO;
  }
}
