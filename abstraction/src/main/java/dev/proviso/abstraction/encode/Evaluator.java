// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Floats;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** The value of expressions in one state, as terms. */
final class Evaluator {
  private final Formula formula;
  private final Terms terms;
  private final SymbolicState state;
  private final int activation;
  private final Term guard;
  private final Edge edge;
  private final Nulls nulls;
  private final Map<Expr, Term> numbers = new HashMap<>();

  /** What a null pointer leads to that is followed. */
  enum Nulls {
    /** Nobody follows one: statements have a null check before them. */
    EXCLUDED,
    /**
     * Conditions may be asked in states in which their pointers are null: what memory would hold
     * there, which is anything, but does not change by itself, and is the same for all that are.
     */
    ANYTHING
  }

  /**
   * @param activation the activation whose locals the expressions mean
   * @param guard true in models in which the state is passed: facts about it need not hold
   *     elsewhere
   * @param edge what is blamed for inexactness
   */
  Evaluator(
      Formula formula, SymbolicState state, int activation, Term guard, Edge edge, Nulls nulls) {
    this.formula = formula;
    this.terms = formula.terms();
    this.state = state;
    this.activation = activation;
    this.guard = guard;
    this.edge = edge;
    this.nulls = nulls;
  }

  /** True where the scalar expression is not zero. */
  Term truth(Expr expr) {
    return switch (expr) {
      case Expr.Unary e when e.op() == UnaryOp.NOT -> terms.not(truth(e.operand()));
      case Expr.Binary e -> binaryTruth(e);
      case Expr.Conditional e ->
          terms.ite(truth(e.condition()), truth(e.then()), truth(e.otherwise()));
      case Expr.Cast e when isInteger(e.operand().type()) && widens(e) -> truth(e.operand());
      default ->
          isReal(expr.type()) ? terms.floats().isNotZero(number(expr)) : nonZero(number(expr));
    };
  }

  /** True of floating-point types that formulas have: those of 32 and 64 bits. */
  private static boolean isReal(Type type) {
    return type instanceof FloatType t && !t.isExtended();
  }

  private static boolean isInteger(Type type) {
    return type instanceof IntType || type instanceof PointerType;
  }

  // A conversion that loses no bits keeps "is zero"; so does one to _Bool.
  private static boolean widens(Expr.Cast cast) {
    return isInteger(cast.type())
        && (bits(cast.type()) >= bits(cast.operand().type())
            || cast.type() instanceof IntType t && t.isBool());
  }

  private Term nonZero(Term number) {
    return terms.not(terms.equal(number, terms.number(0, number.bits())));
  }

  private Term binaryTruth(Expr.Binary e) {
    if (e.left().type() instanceof FloatType t && isComparison(e.op())) {
      return t.isExtended() ? inexactTruth("comparison of long double") : compared(e);
    }
    boolean signed = e.left().type() instanceof IntType t && t.signed();
    return switch (e.op()) {
      case EQUAL -> equal(e.left(), e.right());
      case NOT_EQUAL -> terms.not(equal(e.left(), e.right()));
      case LESS -> terms.less(number(e.left()), number(e.right()), signed);
      case LESS_OR_EQUAL -> terms.lessOrEqual(number(e.left()), number(e.right()), signed);
      case AND -> terms.and(truth(e.left()), truth(e.right()));
      case OR -> terms.or(truth(e.left()), truth(e.right()));
      case ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          REMAINDER,
          BIT_AND,
          BIT_OR,
          BIT_XOR,
          SHIFT_LEFT,
          SHIFT_RIGHT,
          POINTER_ADD ->
          nonZero(number(e));
    };
  }

  private static boolean isComparison(BinaryOp op) {
    return op.isBoolean() && op != BinaryOp.AND && op != BinaryOp.OR;
  }

  private Term compared(Expr.Binary e) {
    Floats floats = terms.floats();
    Term left = number(e.left());
    Term right = number(e.right());
    return switch (e.op()) {
      case EQUAL -> floats.equal(left, right);
      case NOT_EQUAL -> terms.not(floats.equal(left, right));
      case LESS -> floats.less(left, right);
      case LESS_OR_EQUAL -> floats.lessOrEqual(left, right);
      case AND,
          OR,
          ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          REMAINDER,
          BIT_AND,
          BIT_OR,
          BIT_XOR,
          SHIFT_LEFT,
          SHIFT_RIGHT,
          POINTER_ADD ->
          throw new IllegalArgumentException("no comparison: " + e);
    };
  }

  private Term calculated(Expr.Binary e) {
    Floats.Operation operation =
        switch (e.op()) {
          case ADD -> Floats.Operation.ADD;
          case SUBTRACT -> Floats.Operation.SUBTRACT;
          case MULTIPLY -> Floats.Operation.MULTIPLY;
          case DIVIDE -> Floats.Operation.DIVIDE;
          case EQUAL,
              NOT_EQUAL,
              LESS,
              LESS_OR_EQUAL,
              AND,
              OR,
              REMAINDER,
              BIT_AND,
              BIT_OR,
              BIT_XOR,
              SHIFT_LEFT,
              SHIFT_RIGHT,
              POINTER_ADD ->
              throw new IllegalArgumentException("no operation of floats: " + e);
        };
    return terms.floats().calculate(operation, number(e.left()), number(e.right()));
  }

  private Term equal(Expr left, Expr right) {
    if (right instanceof Expr.IntConst c && isTruthValue(left)) {
      if (c.value().signum() == 0) {
        return terms.not(truth(left));
      }
      if (c.value().equals(BigInteger.ONE)) {
        return truth(left);
      }
    }
    return terms.equal(number(left), number(right));
  }

  private static boolean isTruthValue(Expr e) {
    return e instanceof Expr.Binary b && b.op().isBoolean()
        || e instanceof Expr.Unary u && u.op() == UnaryOp.NOT;
  }

  /** The value of a scalar expression, as wide as its type's object. */
  Term number(Expr expr) {
    Term known = numbers.get(expr);
    if (known == null) {
      known = compute(expr);
      numbers.put(expr, known);
    }
    return known;
  }

  static int bits(Type type) {
    return type instanceof IntType t ? t.bits() : Math.toIntExact(type.size() * 8);
  }

  private Term compute(Expr expr) {
    int bits = bits(expr.type());
    return switch (expr) {
      case Expr.IntConst e -> terms.number(e.value(), bits);
      case Expr.FloatConst e -> floatBits(e);
      case Expr.Read e -> read(e.source());
      case Expr.AddressOf e -> new Places(formula, this, state, activation).address(e.object());
      case Expr.FunctionAddress e ->
          terms.number(formula.memory().addresses().addressOf(e.procedure()), bits);
      case Expr.Unary e -> unary(e, bits);
      case Expr.Binary e -> binary(e, bits);
      case Expr.Cast e -> cast(e, bits);
      case Expr.Conditional e ->
          terms.ite(truth(e.condition()), number(e.then()), number(e.otherwise()));
    };
  }

  private Term read(LValue source) {
    Term value = state.simplified(new Places(formula, this, state, activation).read(source));
    if (source.type() instanceof PointerType
        && source.throughPointer()
        && formula.memory().pointsTo().pointsToExternalOnly(Expr.Read.of(source))) {
      fact(isExternalOrNull(value));
    }
    // Whatever bits an object of type _Bool came by, what is read from it is 0 or 1.
    return source.type() instanceof IntType t && t.isBool()
        ? terms.fromBool(nonZero(value), value.bits())
        : value;
  }

  /** Null, or the address of an external object. */
  Term isExternalOrNull(Term pointer) {
    AddressSpace addresses = formula.memory().addresses();
    int bits = pointer.bits();
    Term inArea =
        terms.and(
            terms.lessOrEqual(terms.number(addresses.firstExternal(), bits), pointer, false),
            terms.less(pointer, terms.number(addresses.end(), bits), false));
    int low = addresses.spacing().bitLength() - 1;
    Term atStart = terms.equal(terms.extract(pointer, 0, low), terms.number(0, low));
    return terms.or(terms.equal(pointer, terms.number(0, bits)), terms.and(inArea, atStart));
  }

  /** Adds a fact that holds in all models that pass the state. */
  void fact(Term fact) {
    formula.constrain(terms.implies(guard, fact));
  }

  Term guard() {
    return guard;
  }

  Nulls nulls() {
    return nulls;
  }

  /** Where a pointer leads that is followed. */
  Term followed(Expr pointer) {
    return nulls == Nulls.ANYTHING ? number(pointer) : notNull(pointer);
  }

  /** The same without the choices that are null; of a calculated pointer, that of its base. */
  private Term notNull(Expr pointer) {
    return switch (pointer) {
      case Expr.Binary e when e.op() == BinaryOp.POINTER_ADD ->
          terms.add(notNull(e.left()), number(e.right()));
      case Expr.Cast e when e.operand().type() instanceof PointerType -> notNull(e.operand());
      case Expr.AddressOf e ->
          new Places(formula, this, state, activation).followedAddress(e.object());
      default -> terms.nonZero(number(pointer));
    };
  }

  private Term floatBits(Expr.FloatConst constant) {
    return switch ((FloatType) constant.type()) {
      case FLOAT ->
          terms.number(
              Integer.toUnsignedLong(Float.floatToIntBits(Float.parseFloat(constant.value()))), 32);
      case DOUBLE ->
          terms.number(
              new BigInteger(
                  Long.toUnsignedString(
                      Double.doubleToLongBits(Double.parseDouble(constant.value())))),
              64);
      case EXTENDED, EXTENDED_12 -> inexact("long double constant", bits(constant.type()));
    };
  }

  Term inexact(String reason, int bits) {
    return formula
        .inexactness()
        .note(terms.variable(terms.freshName("inexact"), bits), edge, reason);
  }

  private Term inexactTruth(String reason) {
    return formula.inexactness().note(terms.boolVariable(terms.freshName("inexact")), edge, reason);
  }

  private Term unary(Expr.Unary e, int bits) {
    if (e.type() instanceof FloatType t) {
      return t.isExtended()
          ? inexact("arithmetic of long double", bits)
          : terms.floats().negate(number(e.operand()));
    }
    return switch (e.op()) {
      case NEGATE -> terms.negate(number(e.operand()));
      case COMPLEMENT -> terms.complement(number(e.operand()));
      case NOT -> terms.fromBool(terms.not(truth(e.operand())), bits);
    };
  }

  private Term binary(Expr.Binary e, int bits) {
    if (e.op().isBoolean()) {
      return terms.fromBool(binaryTruth(e), bits);
    }
    if (e.type() instanceof FloatType t) {
      return t.isExtended() ? inexact("arithmetic of long double", bits) : calculated(e);
    }
    boolean signed = e.left().type() instanceof IntType t && t.signed();
    Term left = number(e.left());
    Term right = number(e.right());
    return switch (e.op()) {
      case ADD, POINTER_ADD -> terms.add(left, right);
      case SUBTRACT -> terms.subtract(left, right);
      case MULTIPLY -> terms.multiply(left, right);
      case DIVIDE -> terms.divide(left, right, signed);
      case REMAINDER -> terms.remainder(left, right, signed);
      case BIT_AND -> terms.bitAnd(left, right);
      case BIT_OR -> terms.bitOr(left, right);
      case BIT_XOR -> terms.bitXor(left, right);
      case SHIFT_LEFT -> terms.shiftLeft(left, terms.resize(right, bits, false));
      case SHIFT_RIGHT -> terms.shiftRight(left, terms.resize(right, bits, false), signed);
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, AND, OR ->
          throw new IllegalStateException("boolean: " + e);
    };
  }

  private Term cast(Expr.Cast e, int bits) {
    Type from = e.operand().type();
    if (from instanceof FloatType f && f.isExtended()
        || e.type() instanceof FloatType t && t.isExtended()) {
      return inexact("conversion of long double", bits);
    }
    if (e.type() instanceof IntType t && t.isBool()) {
      return terms.fromBool(truth(e.operand()), bits);
    }
    boolean signed = from instanceof IntType t && t.signed();
    if (from instanceof FloatType) {
      Term number = number(e.operand());
      return e.type() instanceof FloatType
          ? terms.floats().convert(number, bits)
          : terms.floats().toInteger(number, e.type() instanceof IntType t && t.signed(), bits);
    }
    if (e.type() instanceof FloatType) {
      return terms.floats().ofInteger(number(e.operand()), signed, bits);
    }
    return terms.resize(number(e.operand()), bits, signed);
  }
}
