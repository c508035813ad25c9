// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.AddressOf;
import dev.proviso.frontend.program.Expr.Binary;
import dev.proviso.frontend.program.Expr.Cast;
import dev.proviso.frontend.program.Expr.FloatConst;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.Expr.Unary;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;

/** Makes expressions of which the constant parts are computed. Types are the caller's affair. */
final class Exprs {
  static final Expr ZERO = IntConst.of(0, IntType.INT);
  static final Expr ONE = IntConst.of(1, IntType.INT);

  private Exprs() {}

  static Expr cast(Expr e, Type type) {
    if (e.type().equals(type)) {
      return e;
    }
    if (e instanceof IntConst c) {
      return castConstant(c, type);
    }
    if (e instanceof FloatConst c) {
      return Floats.cast(c, type);
    }
    if (type instanceof IntType t
        && !t.isBool()
        && e instanceof Cast inner
        && isNarrowing(inner, t)) {
      return cast(inner.operand(), type);
    }
    if (type instanceof PointerType
        && e instanceof Cast inner
        && inner.operand().type().equals(type)
        && e.type() instanceof PointerType) {
      return inner.operand();
    }
    return Cast.of(e, type);
  }

  /** A widening followed by a narrowing to no more than the first type is one conversion. */
  private static boolean isNarrowing(Cast inner, IntType outer) {
    return inner.type() instanceof IntType middle
        && !middle.isBool()
        && inner.operand().type() instanceof IntType first
        && first.bits() <= middle.bits()
        && outer.bits() <= first.bits();
  }

  private static Expr castConstant(IntConst c, Type type) {
    return switch (type) {
      case IntType t when t.isBool() -> IntConst.of(c.value().signum() == 0 ? 0 : 1, t);
      case IntType t -> IntConst.of(c.value(), t);
      case PointerType p -> IntConst.of(c.value(), p);
      case FloatType f -> Floats.of(c.value(), f);
      default -> Cast.of(c, type);
    };
  }

  static Expr unary(UnaryOp op, Expr e) {
    if (e instanceof IntConst c) {
      BigInteger v = c.value();
      return switch (op) {
        case NEGATE -> IntConst.of(v.negate(), c.type());
        case COMPLEMENT -> IntConst.of(v.not(), c.type());
        case NOT -> v.signum() == 0 ? ONE : ZERO;
      };
    }
    if (e instanceof FloatConst c) {
      return Floats.unary(op, c);
    }
    return Unary.of(op, e);
  }

  static Expr binary(BinaryOp op, Expr left, Expr right) {
    if (left instanceof IntConst a && right instanceof IntConst b) {
      return constant(op, a, b);
    }
    if (left instanceof FloatConst a && right instanceof FloatConst b) {
      return Floats.binary(op, a, b);
    }
    return switch (op) {
      case POINTER_ADD -> pointerAdd(left, right);
      case AND -> and(left, right);
      case OR -> or(left, right);
      default -> Binary.of(op, left, right);
    };
  }

  private static Expr and(Expr left, Expr right) {
    if (left instanceof IntConst a) {
      return isZero(a) ? ZERO : right;
    }
    return Binary.of(BinaryOp.AND, left, right);
  }

  private static Expr or(Expr left, Expr right) {
    if (left instanceof IntConst a) {
      return isZero(a) ? right : ONE;
    }
    return Binary.of(BinaryOp.OR, left, right);
  }

  /** Constants add up, so that {@code (char *)p - 8 + 8} is {@code p} again. */
  private static Expr pointerAdd(Expr pointer, Expr bytes) {
    if (isZero(bytes)) {
      return pointer;
    }
    if (pointer instanceof Binary b
        && b.op() == BinaryOp.POINTER_ADD
        && b.right() instanceof IntConst first
        && bytes instanceof IntConst second) {
      return binary(BinaryOp.POINTER_ADD, b.left(), binary(BinaryOp.ADD, first, second));
    }
    return Binary.of(BinaryOp.POINTER_ADD, pointer, bytes);
  }

  private static Expr constant(BinaryOp op, IntConst left, IntConst right) {
    BigInteger a = left.value();
    BigInteger b = right.value();
    Type type = left.type();
    return switch (op) {
      case ADD, POINTER_ADD -> IntConst.of(a.add(b), type);
      case SUBTRACT -> IntConst.of(a.subtract(b), type);
      case MULTIPLY -> IntConst.of(a.multiply(b), type);
      case DIVIDE -> b.signum() == 0 ? Binary.of(op, left, right) : IntConst.of(a.divide(b), type);
      case REMAINDER ->
          b.signum() == 0 ? Binary.of(op, left, right) : IntConst.of(a.remainder(b), type);
      case BIT_AND -> IntConst.of(a.and(b), type);
      case BIT_OR -> IntConst.of(a.or(b), type);
      case BIT_XOR -> IntConst.of(a.xor(b), type);
      case SHIFT_LEFT -> IntConst.of(a.shiftLeft(b.intValueExact()), type);
      case SHIFT_RIGHT -> IntConst.of(a.shiftRight(b.intValueExact()), type);
      case EQUAL -> truth(a.equals(b));
      case NOT_EQUAL -> truth(!a.equals(b));
      case LESS -> truth(a.compareTo(b) < 0);
      case LESS_OR_EQUAL -> truth(a.compareTo(b) <= 0);
      case AND -> truth(a.signum() != 0 && b.signum() != 0);
      case OR -> truth(a.signum() != 0 || b.signum() != 0);
    };
  }

  static Expr truth(boolean value) {
    return value ? ONE : ZERO;
  }

  static Expr conditional(Expr condition, Expr then, Expr otherwise) {
    if (isConstant(condition)) {
      return isZero(condition) ? otherwise : then;
    }
    return then == otherwise ? then : Expr.Conditional.of(condition, then, otherwise);
  }

  /**
   * A condition that is true where the scalar is not zero: always a comparison, a negation or a
   * connective.
   */
  static Expr condition(Expr scalar) {
    if (isCondition(scalar) || isConstant(scalar)) {
      return scalar;
    }
    if (scalar instanceof Cast c
        && isCondition(c.operand())
        && c.type() instanceof IntType t
        && (t.isBool() || t.bits() >= 8)) {
      return c.operand();
    }
    return binary(BinaryOp.NOT_EQUAL, scalar, zero(scalar.type()));
  }

  private static boolean isCondition(Expr e) {
    return switch (e) {
      case Binary b -> b.op().isBoolean();
      case Unary u -> u.op() == UnaryOp.NOT;
      default -> false;
    };
  }

  /** The opposite of a condition. Orders of floats have none: NaN is neither less nor greater. */
  static Expr not(Expr condition) {
    if (isConstant(condition)) {
      return truth(isZero(condition));
    }
    if (condition instanceof Unary u && u.op() == UnaryOp.NOT) {
      return condition(u.operand());
    }
    if (condition instanceof Binary b) {
      boolean ordered = !(b.left().type() instanceof FloatType);
      switch (b.op()) {
        case EQUAL -> {
          return Binary.of(BinaryOp.NOT_EQUAL, b.left(), b.right());
        }
        case NOT_EQUAL -> {
          return Binary.of(BinaryOp.EQUAL, b.left(), b.right());
        }
        case LESS -> {
          if (ordered) {
            return Binary.of(BinaryOp.LESS_OR_EQUAL, b.right(), b.left());
          }
        }
        case LESS_OR_EQUAL -> {
          if (ordered) {
            return Binary.of(BinaryOp.LESS, b.right(), b.left());
          }
        }
        default -> {}
      }
    }
    return Unary.of(UnaryOp.NOT, condition);
  }

  static Expr zero(Type scalar) {
    return scalar instanceof FloatType f ? Floats.of(BigInteger.ZERO, f) : IntConst.of(0, scalar);
  }

  static boolean isConstant(Expr e) {
    return e instanceof IntConst || e instanceof FloatConst;
  }

  /** A constant that is zero. */
  static boolean isZero(Expr e) {
    return e instanceof IntConst c && c.value().signum() == 0
        || e instanceof FloatConst f && Floats.isZero(f);
  }

  /** A constant of which all bits are zero: -0.0 is another. */
  static boolean isAllZeros(Expr e) {
    return e instanceof FloatConst f ? Floats.isPositiveZero(f) : isZero(e);
  }

  /** A constant, an address of what is static, or what is computed from these. */
  static boolean isAddressConstant(Expr e) {
    return switch (e) {
      case IntConst c -> true;
      case FloatConst c -> true;
      case Expr.FunctionAddress f -> true;
      case AddressOf a -> isStaticPlace(a.object());
      case Cast c -> isAddressConstant(c.operand());
      case Unary u -> isAddressConstant(u.operand());
      case Binary b -> isAddressConstant(b.left()) && isAddressConstant(b.right());
      case Expr.Conditional c ->
          isAddressConstant(c.condition())
              && isAddressConstant(c.then())
              && isAddressConstant(c.otherwise());
      case Expr.Read r -> false;
    };
  }

  private static boolean isStaticPlace(LValue place) {
    return switch (place) {
      case LValue.Var v -> v.variable().isGlobal();
      case LValue.Member m -> isStaticPlace(m.base());
      case LValue.Element e -> isStaticPlace(e.base()) && isAddressConstant(e.index());
      case LValue.Deref d -> isAddressConstant(d.pointer());
    };
  }

  /**
   * The address of an object. Of one at a constant address ({@code &((T *)0)->f}) it is a constant.
   */
  static Expr address(LValue place, PointerType type) {
    if (place instanceof LValue.Member || place instanceof LValue.Element) {
      Expr constant = constantAddress(place);
      if (constant != null) {
        return cast(constant, type);
      }
    }
    return AddressOf.of(place, type);
  }

  private static @org.jspecify.annotations.Nullable IntConst constantAddress(LValue place) {
    return switch (place) {
      case LValue.Var v -> null;
      case LValue.Deref d -> d.pointer() instanceof IntConst c ? c : null;
      case LValue.Member m ->
          constantAddress(m.base()) instanceof IntConst c
              ? IntConst.of(c.value().add(BigInteger.valueOf(m.field().offset())), c.type())
              : null;
      case LValue.Element e ->
          constantAddress(e.base()) instanceof IntConst c && e.index() instanceof IntConst i
              ? IntConst.of(
                  c.value()
                      .add(
                          i.value()
                              .multiply(
                                  BigInteger.valueOf(
                                      ((ArrayType) e.base().type()).element().size()))),
                  c.type())
              : null;
    };
  }
}
