// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object in memory or in a variable. Interned, like {@link Expr}. */
public abstract sealed class LValue {
  private static final Interner<LValue> POOL = new Interner<>(LValue::hashCode);

  private final Type type;
  private final int hash;
  private final Set<Variable> variables;

  private LValue(Type type, int hash, Set<Variable> variables) {
    this.type = type;
    this.hash = hash;
    this.variables = variables;
  }

  @SuppressWarnings("unchecked")
  private static <L extends LValue> L intern(L candidate) {
    return (L) POOL.intern(candidate);
  }

  public final Type type() {
    return type;
  }

  /** The variables that occur in it. */
  public final Set<Variable> variables() {
    return variables;
  }

  /** True if the object is reached through a pointer, or finding it reads through one. */
  public abstract boolean throughPointer();

  /** True if computing where the object stands reads through a pointer. */
  abstract boolean addressReadsMemory();

  abstract boolean sameShape(LValue other);

  /** The same part of {@code to} that this is of {@code from}; null if it is none of it. */
  public final @Nullable LValue moved(LValue from, LValue to) {
    if (this == from) {
      return to;
    }
    return switch (this) {
      case Var l -> null;
      case Deref l -> null;
      case Member l -> {
        LValue base = l.base().moved(from, to);
        yield base == null ? null : Member.of(base, l.field());
      }
      case Element l -> {
        LValue base = l.base().moved(from, to);
        yield base == null ? null : Element.of(base, l.index());
      }
    };
  }

  @Override
  public final boolean equals(Object other) {
    return this == other
        || (other instanceof LValue l && hash == l.hash && type.equals(l.type) && sameShape(l));
  }

  @Override
  public final int hashCode() {
    return hash;
  }

  @Override
  public final String toString() {
    return Printer.print(this);
  }

  /** A variable. */
  public static final class Var extends LValue {
    private final Variable variable;

    private Var(Variable variable) {
      super(variable.type(), variable.hashCode() * 31 + 1, Set.of(variable));
      this.variable = variable;
    }

    public static Var of(Variable variable) {
      return intern(new Var(variable));
    }

    public Variable variable() {
      return variable;
    }

    @Override
    public boolean throughPointer() {
      return false;
    }

    @Override
    boolean addressReadsMemory() {
      return false;
    }

    @Override
    boolean sameShape(LValue other) {
      return other instanceof Var o && variable == o.variable;
    }
  }

  /** What a pointer points to, seen as the pointee's type. */
  public static final class Deref extends LValue {
    private final Expr pointer;

    private Deref(Expr pointer, Type pointee) {
      super(pointee, pointer.hashCode() * 31 + 2, pointer.variables());
      this.pointer = pointer;
    }

    /** {@code *&x} is simplified to {@code x} where the types agree. */
    public static LValue of(Expr pointer) {
      Type pointee = ((PointerType) pointer.type()).pointee();
      return pointer instanceof Expr.AddressOf a && a.object().type().equals(pointee)
          ? a.object()
          : intern(new Deref(pointer, pointee));
    }

    public Expr pointer() {
      return pointer;
    }

    @Override
    public boolean throughPointer() {
      return true;
    }

    @Override
    boolean addressReadsMemory() {
      return pointer.readsMemory();
    }

    @Override
    boolean sameShape(LValue other) {
      return other instanceof Deref o && pointer == o.pointer;
    }
  }

  /** A member of a struct or union object. */
  public static final class Member extends LValue {
    private final LValue base;
    private final Field field;

    private Member(LValue base, Field field) {
      super(
          field.type(),
          (base.hashCode() * 31 + field.name().hashCode()) * 31 + (int) field.offset() + 3,
          base.variables());
      this.base = base;
      this.field = field;
    }

    public static Member of(LValue base, Field field) {
      return intern(new Member(base, field));
    }

    public LValue base() {
      return base;
    }

    public Field field() {
      return field;
    }

    @Override
    public boolean throughPointer() {
      return base.throughPointer();
    }

    @Override
    boolean addressReadsMemory() {
      return base.addressReadsMemory();
    }

    @Override
    boolean sameShape(LValue other) {
      return other instanceof Member o && base == o.base && field.equals(o.field);
    }
  }

  /** An element of an array object. The index is an integer of pointer width, signed. */
  public static final class Element extends LValue {
    private final LValue base;
    private final Expr index;

    private Element(LValue base, Expr index) {
      super(
          ((ArrayType) base.type()).element(),
          (base.hashCode() * 31 + index.hashCode()) * 31 + 4,
          Sets.union(base.variables(), index.variables()));
      this.base = base;
      this.index = index;
    }

    public static Element of(LValue base, Expr index) {
      return intern(new Element(base, index));
    }

    public LValue base() {
      return base;
    }

    public Expr index() {
      return index;
    }

    @Override
    public boolean throughPointer() {
      return base.throughPointer() || index.readsMemory();
    }

    @Override
    boolean addressReadsMemory() {
      return base.addressReadsMemory() || index.readsMemory();
    }

    @Override
    boolean sameShape(LValue other) {
      return other instanceof Element o && base == o.base && index == o.index;
    }
  }
}
