// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.sosy_lab.java_smt.api.Formula;

/**
 * A formula of one context: a truth value or a bit-vector. Known constants carry their value, so
 * that {@link Terms} folds them without asking the solver.
 */
public final class Term {
  /** The width of truth values. */
  static final int BOOL = 0;

  private final Formula formula;
  private final int bits;
  private final @Nullable BigInteger constant;
  private final @Nullable Term base;
  private final BigInteger offset;
  private final @Nullable Shape shape;
  private final int significant;

  /** What a term was made of, where that is of use later. */
  private sealed interface Shape {}

  /** How a bit-vector depends on a condition. */
  public record Choice(Term condition, Term then, Term otherwise) implements Shape {}

  /** That a bit-vector equals a known one. */
  public record Equation(Term number, Term constant) implements Shape {}

  /**
   * That a number is at least, or at most, a known one.
   *
   * @param low the smallest that is meant, as a signed or unsigned number
   * @param high the largest
   */
  public record Bound(Term number, boolean signed, BigInteger low, BigInteger high)
      implements Shape {
    static Bound atLeast(BigInteger low, Term number, boolean signed) {
      return new Bound(number, signed, low, largest(number.bits, signed));
    }

    static Bound atMost(BigInteger high, Term number, boolean signed) {
      return new Bound(number, signed, smallest(number.bits, signed), high);
    }

    private static BigInteger smallest(int bits, boolean signed) {
      return signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
    }

    private static BigInteger largest(int bits, boolean signed) {
      return BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
    }

    private Bound opposite() {
      return high.equals(largest(number.bits, signed))
          ? atMost(low.subtract(BigInteger.ONE), number, signed)
          : atLeast(high.add(BigInteger.ONE), number, signed);
    }
  }

  private record Negation(Term of) implements Shape {}

  private record Variable(String name) implements Shape {}

  Term(Formula formula, int bits, @Nullable BigInteger constant) {
    this(
        formula,
        bits,
        constant,
        null,
        constant == null ? BigInteger.ZERO : constant,
        null,
        constant == null ? bits : constant.bitLength());
  }

  /**
   * @param base with {@code offset}, another way to say the same number
   * @param significant see {@link #significant()}
   */
  Term(
      Formula formula,
      int bits,
      @Nullable BigInteger constant,
      @Nullable Term base,
      BigInteger offset,
      @Nullable Shape shape,
      int significant) {
    this.shape = shape;
    this.significant = significant;
    this.formula = formula;
    this.bits = bits;
    this.constant = constant;
    this.base = base;
    this.offset = offset;
  }

  /** A truth value that is an equation. */
  static Term equation(Formula formula, Term number, Term constant) {
    return new Term(
        formula, BOOL, null, null, BigInteger.ZERO, new Equation(number, constant), BOOL);
  }

  /** A truth value that is a bound. */
  static Term bound(Formula formula, Bound bound) {
    return new Term(formula, BOOL, null, null, BigInteger.ZERO, bound, BOOL);
  }

  /** The negation of a truth value. */
  static Term negation(Formula formula, Term of) {
    return new Term(formula, BOOL, null, null, BigInteger.ZERO, new Negation(of), BOOL);
  }

  /** A bit-vector of which only the name is known. */
  static Term variable(Formula formula, int bits, String name) {
    return new Term(formula, bits, null, null, BigInteger.ZERO, new Variable(name), bits);
  }

  /** The name of a variable; null where this is something else, or not known to be one. */
  public @Nullable String name() {
    return shape instanceof Variable v ? v.name() : null;
  }

  /** What this is the negation of, if it is known. */
  @Nullable Term negated() {
    return shape instanceof Negation n ? n.of() : null;
  }

  /** The equation that this truth value is, if it is known to be one. */
  public @Nullable Equation equation() {
    return shape instanceof Equation e ? e : null;
  }

  /** The bound that this truth value is, or the negation of one is, if it is known to be one. */
  public @Nullable Bound bound() {
    return switch (shape) {
      case Bound b -> b;
      case Negation n when n.of().shape instanceof Bound b -> b.opposite();
      case null, default -> null;
    };
  }

  /** The choice that the number is made by, if it is known. */
  public @Nullable Choice choice() {
    return shape instanceof Choice c ? c : null;
  }

  /** How many choices the number is made by, one inside the other; {@code limit} if more. */
  public int choices(int limit) {
    Choice choice = choice();
    if (choice == null || limit <= 0) {
      return 0;
    }
    int then = 1 + choice.then().choices(limit - 1);
    return then >= limit ? limit : Math.min(limit, then + choice.otherwise().choices(limit - then));
  }

  /** What {@link #offset} is counted from; null for constants, which are counted from 0. */
  @Nullable Term base() {
    return constant != null ? null : base == null ? this : base;
  }

  /** How far the number is from its base, modulo the width. */
  BigInteger offset() {
    return offset;
  }

  /**
   * How far this number is from another one.
   *
   * @return the difference modulo the width; null if it depends
   */
  public @Nullable BigInteger distanceFrom(Term other) {
    Term mine = base();
    Term theirs = other.base();
    boolean same = mine == null ? theirs == null : theirs != null && mine.equals(theirs);
    return same ? offset.subtract(other.offset).mod(BigInteger.ONE.shiftLeft(bits)) : null;
  }

  Formula formula() {
    return formula;
  }

  /** The width of a bit-vector; 0 for truth values. */
  public int bits() {
    return bits;
  }

  /** How many of the low bits may be 1; all above them are 0. */
  int significant() {
    return significant;
  }

  public boolean isBool() {
    return bits == BOOL;
  }

  public boolean isTrue() {
    return isBool() && constant != null && constant.signum() != 0;
  }

  public boolean isFalse() {
    return isBool() && constant != null && constant.signum() == 0;
  }

  /** The value, unsigned, if it is a known constant. */
  public @Nullable BigInteger constant() {
    return constant;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Term t && bits == t.bits && formula.equals(t.formula);
  }

  @Override
  public int hashCode() {
    return formula.hashCode();
  }

  @Override
  public String toString() {
    return formula.toString();
  }
}
