// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.Set;

/**
 * A C expression without side effects. Operands have equal types where C would have converted them
 * to a common one: every conversion is a {@link Cast}. Interned: structurally equal expressions are
 * the same object, so {@code ==} is equality and maps keyed by expressions are cheap.
 */
public abstract sealed class Expr {
  private static final Interner<Expr> POOL = new Interner<>(e -> 31 * e.type.hashCode() + e.hash);

  private final Type type;
  private final int hash;
  private final Set<Variable> variables;
  private final boolean readsMemory;

  private Expr(Type type, int hash, Set<Variable> variables, boolean readsMemory) {
    this.type = type;
    this.hash = hash;
    this.variables = variables;
    this.readsMemory = readsMemory;
  }

  @SuppressWarnings("unchecked")
  private static <E extends Expr> E intern(E candidate) {
    return (E) POOL.intern(candidate);
  }

  public final Type type() {
    return type;
  }

  /** The variables that occur in it, read or with their address taken. */
  public final Set<Variable> variables() {
    return variables;
  }

  /** True if it reads through a pointer. */
  public final boolean readsMemory() {
    return readsMemory;
  }

  /**
   * Structural equality one level deep: the operands are interned already. Only the interner needs
   * it.
   */
  abstract boolean sameShape(Expr other);

  @Override
  public final boolean equals(Object other) {
    return this == other
        || (other instanceof Expr e && hash == e.hash && type.equals(e.type) && sameShape(e));
  }

  @Override
  public final int hashCode() {
    return hash;
  }

  @Override
  public final String toString() {
    return Printer.print(this);
  }

  private static int mix(int seed, Object... parts) {
    int h = seed;
    for (Object part : parts) {
      h = h * 31 + part.hashCode();
    }
    return h;
  }

  /** An integer or a pointer with a known value ({@code type} may be a pointer: null is 0). */
  public static final class IntConst extends Expr {
    private final BigInteger value;

    private IntConst(BigInteger value, Type type) {
      super(type, mix(1, value, type.size()), Set.of(), false);
      this.value = value;
    }

    /**
     * @param value wrapped to the type where the type is an integer
     */
    public static IntConst of(BigInteger value, Type type) {
      BigInteger wrapped =
          switch (type) {
            case IntType t -> t.wrap(value);
            case PointerType t ->
                value.and(BigInteger.ONE.shiftLeft(t.bits()).subtract(BigInteger.ONE));
            default -> throw new IllegalArgumentException("no integer constant of type " + type);
          };
      return intern(new IntConst(wrapped, type));
    }

    public static IntConst of(long value, Type type) {
      return of(BigInteger.valueOf(value), type);
    }

    /** The value in the range of the type: negative for negative numbers of signed types. */
    public BigInteger value() {
      return value;
    }

    @Override
    boolean sameShape(Expr other) {
      return other instanceof IntConst o && value.equals(o.value);
    }
  }

  /**
   * A floating-point constant, exact in its type. The value is kept as a double, or a decimal text
   * where that is not enough.
   */
  public static final class FloatConst extends Expr {
    private final String value;

    private FloatConst(String value, Type type) {
      super(type, mix(2, value), Set.of(), false);
      this.value = value;
    }

    /**
     * @param value what {@code Double.parseDouble} or {@code new BigDecimal} reads, or {@code NaN},
     *     {@code Infinity}
     */
    public static FloatConst of(String value, Type type) {
      return intern(new FloatConst(value, type));
    }

    public String value() {
      return value;
    }

    @Override
    boolean sameShape(Expr other) {
      return other instanceof FloatConst o && value.equals(o.value);
    }
  }

  /** The value of an object. */
  public static final class Read extends Expr {
    private final LValue source;

    private Read(LValue source) {
      super(source.type(), mix(3, source), source.variables(), source.throughPointer());
      this.source = source;
    }

    public static Read of(LValue source) {
      return intern(new Read(source));
    }

    public LValue source() {
      return source;
    }

    @Override
    boolean sameShape(Expr other) {
      return other instanceof Read o && source == o.source;
    }
  }

  /**
   * The address of an object, a pointer to the object's type. {@code &*p} is simplified to {@code
   * p}.
   */
  public static final class AddressOf extends Expr {
    private final LValue object;

    private AddressOf(LValue object, PointerType type) {
      super(type, mix(4, object), object.variables(), object.addressReadsMemory());
      this.object = object;
    }

    /**
     * @param type the pointer type of the result
     */
    public static Expr of(LValue object, PointerType type) {
      return object instanceof LValue.Deref d && d.pointer().type().equals(type)
          ? d.pointer()
          : intern(new AddressOf(object, type));
    }

    public LValue object() {
      return object;
    }

    @Override
    boolean sameShape(Expr other) {
      return other instanceof AddressOf o && object == o.object;
    }
  }

  /** The address of a procedure. */
  public static final class FunctionAddress extends Expr {
    private final String procedure;

    private FunctionAddress(String procedure, PointerType type) {
      super(type, mix(5, procedure), Set.of(), false);
      this.procedure = procedure;
    }

    public static FunctionAddress of(String procedure, PointerType type) {
      return intern(new FunctionAddress(procedure, type));
    }

    /** The procedure's name in the program. */
    public String procedure() {
      return procedure;
    }

    @Override
    boolean sameShape(Expr other) {
      return other instanceof FunctionAddress o && procedure.equals(o.procedure);
    }
  }

  /**
   * An operator with one operand. The result has the operand's type, but for {@code NOT}, whose
   * result is an {@code int}.
   */
  public static final class Unary extends Expr {
    private final UnaryOp op;
    private final Expr operand;

    private Unary(UnaryOp op, Expr operand, Type type) {
      super(type, mix(6, op.name(), operand), operand.variables(), operand.readsMemory());
      this.op = op;
      this.operand = operand;
    }

    public static Unary of(UnaryOp op, Expr operand) {
      return intern(new Unary(op, operand, op == UnaryOp.NOT ? IntType.INT : operand.type()));
    }

    public UnaryOp op() {
      return op;
    }

    public Expr operand() {
      return operand;
    }

    @Override
    boolean sameShape(Expr other) {
      return other instanceof Unary o && op == o.op && operand == o.operand;
    }
  }

  /**
   * An operator with two operands of one type, except: the right operand of shifts is any integer;
   * that of {@code POINTER_ADD} is an integer of pointer width that counts bytes. Comparisons and
   * {@code AND}, {@code OR} give an {@code int} of value 0 or 1; the signedness of a comparison,
   * division or right shift is that of the left operand's type, and pointers are unsigned.
   */
  public static final class Binary extends Expr {
    private final BinaryOp op;
    private final Expr left;
    private final Expr right;

    private Binary(BinaryOp op, Expr left, Expr right, Type type) {
      super(
          type,
          mix(7, op.name(), left, right),
          Sets.union(left.variables(), right.variables()),
          left.readsMemory() || right.readsMemory());
      this.op = op;
      this.left = left;
      this.right = right;
    }

    public static Binary of(BinaryOp op, Expr left, Expr right) {
      return intern(new Binary(op, left, right, op.isBoolean() ? IntType.INT : left.type()));
    }

    public BinaryOp op() {
      return op;
    }

    public Expr left() {
      return left;
    }

    public Expr right() {
      return right;
    }

    @Override
    boolean sameShape(Expr other) {
      return other instanceof Binary o && op == o.op && left == o.left && right == o.right;
    }
  }

  /**
   * A conversion to another scalar type, with C's meaning; to {@code _Bool} it compares with zero.
   */
  public static final class Cast extends Expr {
    private final Expr operand;

    private Cast(Expr operand, Type type) {
      super(type, mix(8, operand, type.size()), operand.variables(), operand.readsMemory());
      this.operand = operand;
    }

    /** The operand itself where it has that type already. */
    public static Expr of(Expr operand, Type type) {
      return operand.type().equals(type) ? operand : intern(new Cast(operand, type));
    }

    public Expr operand() {
      return operand;
    }

    @Override
    boolean sameShape(Expr other) {
      return other instanceof Cast o && operand == o.operand;
    }
  }

  /** {@code condition ? then : otherwise}, both sides of one type and evaluated without effect. */
  public static final class Conditional extends Expr {
    private final Expr condition;
    private final Expr then;
    private final Expr otherwise;

    private Conditional(Expr condition, Expr then, Expr otherwise) {
      super(
          then.type(),
          mix(9, condition, then, otherwise),
          Sets.union(condition.variables(), Sets.union(then.variables(), otherwise.variables())),
          condition.readsMemory() || then.readsMemory() || otherwise.readsMemory());
      this.condition = condition;
      this.then = then;
      this.otherwise = otherwise;
    }

    public static Conditional of(Expr condition, Expr then, Expr otherwise) {
      return intern(new Conditional(condition, then, otherwise));
    }

    public Expr condition() {
      return condition;
    }

    public Expr then() {
      return then;
    }

    public Expr otherwise() {
      return otherwise;
    }

    @Override
    boolean sameShape(Expr other) {
      return other instanceof Conditional o
          && condition == o.condition
          && then == o.then
          && otherwise == o.otherwise;
    }
  }
}
