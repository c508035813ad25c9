// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Builds expressions with what is known at once folded: substitution leaves much of it. Keeps the
 * meaning exactly.
 */
final class Simplifier {
  private Simplifier() {}

  static Expr unary(UnaryOp op, Expr operand) {
    if (operand instanceof IntConst c) {
      return switch (op) {
        case NOT -> IntConst.of(c.value().signum() == 0 ? 1 : 0, IntType.INT);
        case NEGATE -> IntConst.of(c.value().negate(), c.type());
        case COMPLEMENT -> IntConst.of(c.value().not(), c.type());
      };
    }
    return Expr.Unary.of(op, operand);
  }

  static Expr cast(Expr operand, Type type) {
    if (operand.type().equals(type)) {
      return operand;
    }
    if (operand instanceof IntConst c && type instanceof IntType t && t.isBool()) {
      return IntConst.of(c.value().signum() == 0 ? 0 : 1, type);
    }
    if (operand instanceof IntConst c && (type instanceof IntType || type instanceof PointerType)) {
      return IntConst.of(c.value(), type);
    }
    return operand instanceof Expr.Cast inner && isReinterpretation(inner) && sameBits(inner, type)
        ? cast(inner.operand(), type)
        : Expr.Cast.of(operand, type);
  }

  /** An address or a number as another type of addresses or numbers of as many bits. */
  private static boolean isReinterpretation(Expr.Cast cast) {
    return sameBits(cast.operand(), cast.type());
  }

  private static boolean sameBits(Expr e, Type type) {
    int bits = bits(type);
    return bits != 0 && bits == bits(e.type());
  }

  /** 0 for what is neither a number of a width of its own nor an address. */
  private static int bits(Type type) {
    if (type instanceof IntType t) {
      return t.isBool() ? 0 : t.bits();
    }
    return type instanceof PointerType t ? t.bits() : 0;
  }

  private static Expr withoutReinterpretation(Expr e) {
    return e instanceof Expr.Cast c && isReinterpretation(c)
        ? withoutReinterpretation(c.operand())
        : e;
  }

  static Expr conditional(Expr condition, Expr then, Expr otherwise) {
    if (condition instanceof IntConst c) {
      return c.value().signum() != 0 ? then : otherwise;
    }
    return then == otherwise ? then : Expr.Conditional.of(condition, then, otherwise);
  }

  static Expr binary(BinaryOp op, Expr left, Expr right) {
    if (left instanceof IntConst a && right instanceof IntConst b) {
      Expr folded = fold(op, a, b);
      if (folded != null) {
        return folded;
      }
    }
    if (op == BinaryOp.EQUAL || op == BinaryOp.NOT_EQUAL) {
      return equality(op == BinaryOp.EQUAL, left, right);
    }
    if (left == right && op == BinaryOp.LESS) {
      return truth(false);
    }
    if (left == right && op == BinaryOp.LESS_OR_EQUAL && !(left.type() instanceof FloatType)) {
      return truth(true);
    }
    if ((op == BinaryOp.ADD || op == BinaryOp.SUBTRACT || op == BinaryOp.POINTER_ADD)
        && isZero(right)) {
      return left;
    }
    if (op == BinaryOp.SUBTRACT && right instanceof IntConst c && c.type() instanceof IntType) {
      return binary(BinaryOp.ADD, left, IntConst.of(c.value().negate(), c.type()));
    }
    if (op == BinaryOp.ADD
        && left instanceof Expr.Binary inner
        && inner.op() == op
        && inner.right() instanceof IntConst b
        && right instanceof IntConst c
        && left.type() instanceof IntType) {
      return binary(op, inner.left(), IntConst.of(b.value().add(c.value()), c.type()));
    }
    return Expr.Binary.of(op, left, right);
  }

  private static boolean isZero(Expr e) {
    return e instanceof IntConst c && c.value().signum() == 0;
  }

  private static Expr truth(boolean value) {
    return IntConst.of(value ? 1 : 0, IntType.INT);
  }

  private static Expr equality(boolean equal, Expr left, Expr right) {
    if (left == right && left.type().isScalar() && !(left.type() instanceof FloatType)) {
      return truth(equal);
    }
    if (left instanceof IntConst && !(right instanceof IntConst)) {
      return equality(equal, right, left);
    }
    Expr bare = withoutReinterpretation(left);
    if (bare != left) {
      return equality(equal, bare, cast(withoutReinterpretation(right), bare.type()));
    }
    if (right instanceof IntConst c && left instanceof Expr.Cast cast && keepsTruth(cast)) {
      return equality(equal, cast.operand(), IntConst.of(c.value(), cast.operand().type()));
    }
    if (right instanceof IntConst c && isTruthValue(left)) {
      boolean zero = c.value().signum() == 0;
      if (!zero && !c.value().equals(BigInteger.ONE)) {
        return truth(!equal);
      }
      return zero == equal ? unary(UnaryOp.NOT, left) : left;
    }
    // x + a == x + b, and x + a == x
    if (sameSumBase(left, right)) {
      return truth(equal == addend(left).equals(addend(right)));
    }
    // x + a == b, modulo the width: x == b - a
    if (right instanceof IntConst c
        && left instanceof Expr.Binary sum
        && sum.op() == BinaryOp.ADD
        && sum.right() instanceof IntConst d) {
      return equality(equal, sum.left(), IntConst.of(c.value().subtract(d.value()), c.type()));
    }
    if (right instanceof IntConst c
        && left instanceof Expr.Binary difference
        && difference.op() == BinaryOp.SUBTRACT
        && difference.type() instanceof IntType
        && difference.right() instanceof IntConst d) {
      return equality(equal, difference.left(), IntConst.of(c.value().add(d.value()), c.type()));
    }
    if (right instanceof IntConst c && left instanceof Expr.Cast cast) {
      Expr narrowed = withoutWidening(equal, cast, c);
      if (narrowed != null) {
        return narrowed;
      }
    }
    Boolean addresses = sameAddress(left, right);
    if (addresses != null) {
      return truth(addresses == equal);
    }
    return Expr.Binary.of(equal ? BinaryOp.EQUAL : BinaryOp.NOT_EQUAL, left, right);
  }

  private static boolean sameSumBase(Expr left, Expr right) {
    return left.type() instanceof IntType && sumBase(left) == sumBase(right);
  }

  private static Expr sumBase(Expr e) {
    return e instanceof Expr.Binary b && b.op() == BinaryOp.ADD && b.right() instanceof IntConst
        ? b.left()
        : e;
  }

  private static BigInteger addend(Expr e) {
    if (e instanceof Expr.Binary b && b.op() == BinaryOp.ADD && b.right() instanceof IntConst c) {
      return c.value().and(((IntType) c.type()).max().setBit(((IntType) c.type()).bits() - 1));
    }
    return BigInteger.ZERO;
  }

  /** {@code (wide) x == c} is {@code x == c} where c is one of x's values, false otherwise. */
  private static @Nullable Expr withoutWidening(boolean equal, Expr.Cast cast, IntConst c) {
    if (!(cast.operand().type() instanceof IntType from)
        || !(cast.type() instanceof IntType to)
        || to.isBool()
        || from.bits() >= to.bits()
        || (from.signed() && !to.signed())) {
      return null;
    }
    boolean fits = c.value().compareTo(from.min()) >= 0 && c.value().compareTo(from.max()) <= 0;
    return fits ? equality(equal, cast.operand(), IntConst.of(c.value(), from)) : truth(!equal);
  }

  /** A truth value as another type of integers, which has 0 and 1 too, and keeps constants. */
  private static boolean keepsTruth(Expr.Cast cast) {
    return isTruthValue(cast.operand())
        && cast.type() instanceof IntType to
        && cast.operand().type() instanceof IntType from
        && to.bits() > 1
        && to.bits() <= from.bits();
  }

  private static boolean isTruthValue(Expr e) {
    return e instanceof Expr.Binary b && b.op().isBoolean()
        || e instanceof Expr.Unary u && u.op() == UnaryOp.NOT;
  }

  /**
   * Whether two addresses of whole variables, functions, or null are the same; null if that is not
   * plain.
   */
  private static @Nullable Boolean sameAddress(Expr left, Expr right) {
    if (left instanceof Expr.FunctionAddress f && right instanceof Expr.FunctionAddress g) {
      return f.procedure().equals(g.procedure());
    }
    if (isAddress(left) && isZero(right)) {
      return false;
    }
    if (left instanceof Expr.AddressOf a
        && right instanceof Expr.AddressOf b
        && a.object() instanceof LValue.Var v
        && b.object() instanceof LValue.Var w) {
      return v.variable() == w.variable();
    }
    return null;
  }

  private static boolean isAddress(Expr e) {
    return e instanceof Expr.FunctionAddress
        || e instanceof Expr.AddressOf a && a.object() instanceof LValue.Var;
  }

  private static @Nullable Expr fold(BinaryOp op, IntConst a, IntConst b) {
    BigInteger x = a.value();
    BigInteger y = b.value();
    return switch (op) {
      case ADD, POINTER_ADD -> IntConst.of(x.add(y), a.type());
      case SUBTRACT -> IntConst.of(x.subtract(y), a.type());
      case MULTIPLY -> IntConst.of(x.multiply(y), a.type());
      case BIT_AND -> IntConst.of(x.and(y), a.type());
      case BIT_OR -> IntConst.of(x.or(y), a.type());
      case BIT_XOR -> IntConst.of(x.xor(y), a.type());
      case EQUAL -> truth(x.equals(y));
      case NOT_EQUAL -> truth(!x.equals(y));
      case LESS -> truth(x.compareTo(y) < 0);
      case LESS_OR_EQUAL -> truth(x.compareTo(y) <= 0);
      case AND -> truth(x.signum() != 0 && y.signum() != 0);
      case OR -> truth(x.signum() != 0 || y.signum() != 0);
      case DIVIDE, REMAINDER, SHIFT_LEFT, SHIFT_RIGHT -> null;
    };
  }
}
