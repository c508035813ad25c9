// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.smt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sosy_lab.java_smt.api.BitvectorFormula;
import org.sosy_lab.java_smt.api.BitvectorFormulaManager;
import org.sosy_lab.java_smt.api.BooleanFormula;
import org.sosy_lab.java_smt.api.BooleanFormulaManager;
import org.sosy_lab.java_smt.api.FormulaManager;

/**
 * Builds terms of one context. Folds constants and the laws that cost nothing; leaves the rest to
 * the solver. Bit-vectors are unsigned numbers modulo 2^width; signed operations say so.
 */
public final class Terms {
  /** Comparisons with a constant are taken into choices between constants up to so many. */
  private static final int MAX_CHOICES = 16;

  /** Choices that are 0 are looked for among so many. */
  private static final int MAX_LEFT_OUT = 64;

  private record Sized(BigInteger value, int bits) {}

  private final BooleanFormulaManager bools;
  private final BitvectorFormulaManager vectors;
  private final FormulaManager formulas;
  private final Map<String, Term> variables = new HashMap<>();
  private final Map<Sized, Term> numbers = new HashMap<>();
  private final Term yes;
  private final Term no;
  private final long most;
  private long made;
  private int fresh;

  /**
   * @param most so many choices and comparisons may be made, or a {@link SolverStoppedException} is
   *     thrown: what memory is used up by
   */
  Terms(FormulaManager formulas, long most) {
    this.formulas = formulas;
    this.most = most;
    bools = formulas.getBooleanFormulaManager();
    vectors = formulas.getBitvectorFormulaManager();
    yes = new Term(bools.makeTrue(), Term.BOOL, BigInteger.ONE);
    no = new Term(bools.makeFalse(), Term.BOOL, BigInteger.ZERO);
  }

  public Term yes() {
    return yes;
  }

  public Term no() {
    return no;
  }

  public Term bool(boolean value) {
    return value ? yes : no;
  }

  /** The number modulo 2^bits. */
  public Term number(BigInteger value, int bits) {
    BigInteger low = value.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    return numbers.computeIfAbsent(
        new Sized(low, bits), n -> new Term(vectors.makeBitvector(bits, low), bits, low));
  }

  public Term number(long value, int bits) {
    return number(BigInteger.valueOf(value), bits);
  }

  public Term boolVariable(String name) {
    return variables.computeIfAbsent(name, n -> new Term(bools.makeVariable(n), Term.BOOL, null));
  }

  public Term variable(String name, int bits) {
    return variables.computeIfAbsent(
        name, n -> Term.variable(vectors.makeVariable(bits, n), bits, n));
  }

  /**
   * How many choices and comparisons were made: a measure of effort that does not depend on the
   * machine.
   */
  public long made() {
    return made;
  }

  private void count() {
    if (++made > most) {
      throw new SolverStoppedException("the formula has more than " + most + " choices");
    }
  }

  /** A name that no variable of this context has. */
  public String freshName(String hint) {
    return hint + "!" + fresh++;
  }

  public Term not(Term a) {
    if (a.constant() != null) {
      return bool(a.isFalse());
    }
    Term positive = a.negated();
    return positive != null ? positive : Term.negation(bools.not(truth(a)), a);
  }

  public Term and(Term... all) {
    return and(List.of(all));
  }

  public Term and(List<Term> all) {
    List<BooleanFormula> parts = new ArrayList<>();
    Term last = yes;
    for (Term t : all) {
      if (t.isFalse()) {
        return no;
      }
      if (!t.isTrue()) {
        parts.add(truth(t));
        last = t;
      }
    }
    return parts.size() < 2 ? last : new Term(bools.and(parts), Term.BOOL, null);
  }

  public Term or(Term... all) {
    return or(List.of(all));
  }

  public Term or(List<Term> all) {
    List<BooleanFormula> parts = new ArrayList<>();
    Term last = no;
    for (Term t : all) {
      if (t.isTrue()) {
        return yes;
      }
      if (!t.isFalse()) {
        parts.add(truth(t));
        last = t;
      }
    }
    return parts.size() < 2 ? last : new Term(bools.or(parts), Term.BOOL, null);
  }

  public Term implies(Term a, Term b) {
    return or(not(a), b);
  }

  public Term iff(Term a, Term b) {
    if (a.constant() != null) {
      return a.isTrue() ? b : not(b);
    }
    if (b.constant() != null) {
      return b.isTrue() ? a : not(a);
    }
    return new Term(bools.equivalence(truth(a), truth(b)), Term.BOOL, null);
  }

  /** The value of a branch; both of one sort. */
  public Term ite(Term condition, Term then, Term otherwise) {
    if (condition.constant() != null) {
      return condition.isTrue() ? then : otherwise;
    }
    if (then.equals(otherwise)) {
      return then;
    }
    if (then.isBool() && then.constant() != null && otherwise.constant() != null) {
      return then.isTrue() ? condition : not(condition);
    }
    count();
    return new Term(
        bools.ifThenElse(truth(condition), then.formula(), otherwise.formula()),
        then.bits(),
        null,
        null,
        BigInteger.ZERO,
        then.isBool() ? null : new Term.Choice(condition, then, otherwise),
        Significance.ofEither(then, otherwise));
  }

  /** The same number where it is not 0, anything where it is: choices that are 0 fall away. */
  public Term nonZero(Term a) {
    Term.Choice choice = a.choice();
    if (choice == null || a.choices(MAX_LEFT_OUT) == MAX_LEFT_OUT) {
      return a;
    }
    if (isZero(choice.then())) {
      return nonZero(choice.otherwise());
    }
    if (isZero(choice.otherwise())) {
      return nonZero(choice.then());
    }
    Term then = nonZero(choice.then());
    Term otherwise = nonZero(choice.otherwise());
    boolean same = then.equals(choice.then()) && otherwise.equals(choice.otherwise());
    return same ? a : ite(choice.condition(), then, otherwise);
  }

  /** Equality of two terms of one sort. */
  public Term equal(Term a, Term b) {
    if (a.isBool()) {
      return iff(a, b);
    }
    if (a.constant() != null && b.constant() != null) {
      return bool(a.constant().equals(b.constant()));
    }
    if (a.equals(b)) {
      return yes;
    }
    if (a.constant() != null && b.choice() != null) {
      return equal(b, a);
    }
    if (b.constant() != null && a.choice() != null && isConstantChoice(a, MAX_CHOICES) > 0) {
      return ite(
          a.choice().condition(), equal(a.choice().then(), b), equal(a.choice().otherwise(), b));
    }
    if (a.distanceFrom(b) != null) {
      return bool(Objects.requireNonNull(a.distanceFrom(b)).signum() == 0);
    }
    if (Significance.isBelow(a, b.constant()) || Significance.isBelow(b, a.constant())) {
      return no;
    }
    count();
    BooleanFormula equal = vectors.equal(vector(a), vector(b));
    if (b.constant() != null) {
      return Term.equation(equal, a, b);
    }
    return a.constant() != null ? Term.equation(equal, b, a) : new Term(equal, Term.BOOL, null);
  }

  public Term less(Term a, Term b, boolean signed) {
    if (a.constant() != null && b.constant() != null) {
      return bool(value(a, signed).compareTo(value(b, signed)) < 0);
    }
    if (isAlwaysLess(a, b, signed) || isAlwaysLess(b, a, signed)) {
      return bool(isAlwaysLess(a, b, signed));
    }
    if (a.equals(b)) {
      return no;
    }
    BooleanFormula formula = vectors.lessThan(vector(a), vector(b), signed);
    if (a.constant() != null) {
      BigInteger low = value(a, signed).add(BigInteger.ONE);
      return Term.bound(formula, Term.Bound.atLeast(low, b, signed));
    }
    if (b.constant() != null) {
      BigInteger high = value(b, signed).subtract(BigInteger.ONE);
      return Term.bound(formula, Term.Bound.atMost(high, a, signed));
    }
    return new Term(formula, Term.BOOL, null);
  }

  public Term lessOrEqual(Term a, Term b, boolean signed) {
    if (a.constant() != null && b.constant() != null) {
      return bool(value(a, signed).compareTo(value(b, signed)) <= 0);
    }
    if (isAlwaysLess(a, b, signed) || isAlwaysLess(b, a, signed)) {
      return bool(isAlwaysLess(a, b, signed));
    }
    if (a.equals(b)) {
      return yes;
    }
    BooleanFormula formula = vectors.lessOrEquals(vector(a), vector(b), signed);
    if (a.constant() != null) {
      return Term.bound(formula, Term.Bound.atLeast(value(a, signed), b, signed));
    }
    return b.constant() != null
        ? Term.bound(formula, Term.Bound.atMost(value(b, signed), a, signed))
        : new Term(formula, Term.BOOL, null);
  }

  /** True where the number is one from {@code from} up to, without it, {@code to}; unsigned. */
  public Term inRange(Term number, Term from, Term to) {
    BigInteger distance = number.distanceFrom(from);
    BigInteger length = to.distanceFrom(from);
    return distance != null && length != null
        ? bool(distance.compareTo(length) < 0)
        : and(lessOrEqual(from, number, false), less(number, to, false));
  }

  public Term add(Term a, Term b) {
    if (a.constant() != null && b.constant() != null) {
      return number(a.constant().add(b.constant()), a.bits());
    }
    if (isZero(a)) {
      return b;
    }
    if (isZero(b)) {
      return a;
    }
    if (b.constant() != null) {
      return moved(a, b.constant());
    }
    return a.constant() != null
        ? moved(b, a.constant())
        : vector(vectors.add(vector(a), vector(b)), a.bits(), Significance.ofSum(a, b));
  }

  /** {@code a + distance}, as one addition to the base of {@code a}. */
  private Term moved(Term a, BigInteger distance) {
    Term base = Objects.requireNonNull(a.base());
    BigInteger offset = a.offset().add(distance).mod(BigInteger.ONE.shiftLeft(a.bits()));
    if (offset.signum() == 0) {
      return base;
    }
    BitvectorFormula sum = vectors.add(vector(base), vectors.makeBitvector(a.bits(), offset));
    Term.Choice choice = base.choice();
    Term.Choice movedChoice =
        choice == null || choicesLeft(base, MAX_CHOICES) == 0
            ? null
            : new Term.Choice(
                choice.condition(),
                add(choice.then(), number(offset, a.bits())),
                add(choice.otherwise(), number(offset, a.bits())));
    int significant = Significance.ofSum(base, number(offset, a.bits()));
    return new Term(sum, a.bits(), null, base, offset, movedChoice, significant);
  }

  public Term subtract(Term a, Term b) {
    if (a.constant() != null && b.constant() != null) {
      return number(a.constant().subtract(b.constant()), a.bits());
    }
    return isZero(b) ? a : vector(vectors.subtract(vector(a), vector(b)), a.bits(), a.bits());
  }

  public Term multiply(Term a, Term b) {
    if (a.constant() != null && b.constant() != null) {
      return number(a.constant().multiply(b.constant()), a.bits());
    }
    return vector(vectors.multiply(vector(a), vector(b)), a.bits(), Significance.ofProduct(a, b));
  }

  /** The quotient, towards zero; SMT-LIB's value where the divisor is zero. */
  public Term divide(Term a, Term b, boolean signed) {
    if (a.constant() != null && b.constant() != null && b.constant().signum() != 0) {
      return number(value(a, signed).divide(value(b, signed)), a.bits());
    }
    return vector(
        vectors.divide(vector(a), vector(b), signed),
        a.bits(),
        Significance.ofQuotient(a, b, signed));
  }

  /** The remainder, with the sign of the dividend; SMT-LIB's value where the divisor is zero. */
  public Term remainder(Term a, Term b, boolean signed) {
    if (a.constant() != null && b.constant() != null && b.constant().signum() != 0) {
      return number(value(a, signed).remainder(value(b, signed)), a.bits());
    }
    return vector(
        vectors.remainder(vector(a), vector(b), signed),
        a.bits(),
        Significance.ofRemainder(a, b, signed));
  }

  public Term negate(Term a) {
    return a.constant() != null
        ? number(a.constant().negate(), a.bits())
        : vector(vectors.negate(vector(a)), a.bits(), a.bits());
  }

  public Term complement(Term a) {
    return a.constant() != null
        ? number(a.constant().not(), a.bits())
        : vector(vectors.not(vector(a)), a.bits(), a.bits());
  }

  public Term bitAnd(Term a, Term b) {
    if (a.constant() != null && b.constant() != null) {
      return number(a.constant().and(b.constant()), a.bits());
    }
    if (Significance.isKept(a, b)) {
      return a;
    }
    if (Significance.isKept(b, a)) {
      return b;
    }
    return vector(vectors.and(vector(a), vector(b)), a.bits(), Significance.ofMasked(a, b));
  }

  public Term bitOr(Term a, Term b) {
    if (a.constant() != null && b.constant() != null) {
      return number(a.constant().or(b.constant()), a.bits());
    }
    return vector(vectors.or(vector(a), vector(b)), a.bits(), Significance.ofEither(a, b));
  }

  public Term bitXor(Term a, Term b) {
    if (a.constant() != null && b.constant() != null) {
      return number(a.constant().xor(b.constant()), a.bits());
    }
    return vector(vectors.xor(vector(a), vector(b)), a.bits(), Significance.ofEither(a, b));
  }

  /** {@code a} shifted by {@code b} bits, both of one width; zeros come in. */
  public Term shiftLeft(Term a, Term b) {
    if (a.constant() != null && b.constant() != null) {
      int distance = b.constant().min(BigInteger.valueOf(a.bits())).intValue();
      return number(a.constant().shiftLeft(distance), a.bits());
    }
    return vector(
        vectors.shiftLeft(vector(a), vector(b)), a.bits(), Significance.ofShiftedLeft(a, b));
  }

  /**
   * {@code a} shifted by {@code b} bits, both of one width; copies of the sign come in if {@code
   * signed}.
   */
  public Term shiftRight(Term a, Term b, boolean signed) {
    if (a.constant() != null && b.constant() != null) {
      int distance = b.constant().min(BigInteger.valueOf(a.bits())).intValue();
      return number(value(a, signed).shiftRight(distance), a.bits());
    }
    return vector(
        vectors.shiftRight(vector(a), vector(b), signed),
        a.bits(),
        Significance.ofShiftedRight(a, b, signed));
  }

  /** The bits {@code low} to {@code low + width - 1}. */
  public Term extract(Term a, int low, int width) {
    if (low == 0 && width == a.bits()) {
      return a;
    }
    if (a.constant() != null) {
      return number(a.constant().shiftRight(low), width);
    }
    return vector(
        vectors.extract(vector(a), low + width - 1, low),
        width,
        Significance.ofExtract(a, low, width));
  }

  /** {@code high} above {@code low}. */
  public Term concat(Term high, Term low) {
    int bits = high.bits() + low.bits();
    if (high.constant() != null && low.constant() != null) {
      return number(high.constant().shiftLeft(low.bits()).or(low.constant()), bits);
    }
    return vector(
        vectors.concat(vector(high), vector(low)), bits, Significance.ofConcat(high, low));
  }

  /** The same number in another width: cut off, or extended by zeros or the sign. */
  public Term resize(Term a, int bits, boolean signed) {
    if (bits <= a.bits()) {
      return extract(a, 0, bits);
    }
    if (a.constant() != null) {
      return number(value(a, signed), bits);
    }
    return vector(
        vectors.extend(vector(a), bits - a.bits(), signed),
        bits,
        Significance.ofExtension(a, bits, signed));
  }

  /** 1 or 0 in that width. */
  public Term fromBool(Term condition, int bits) {
    return ite(condition, number(1, bits), number(0, bits));
  }

  /** The names of the variables that occur in a term. */
  public Set<String> variablesOf(Term a) {
    return formulas.extractVariables(a.formula()).keySet();
  }

  /** The variables that occur in a term. */
  public List<Term> variablesIn(Term a) {
    return a.constant() != null
        ? List.of()
        : variablesOf(a).stream().map(n -> Objects.requireNonNull(variables.get(n))).toList();
  }

  /**
   * How many more choices are left of a budget after those that the term is made of; 0 if there are
   * more.
   */
  private static int choicesLeft(Term a, int budget) {
    Term.Choice choice = a.choice();
    if (choice == null || budget <= 1) {
      return budget <= 1 ? 0 : budget;
    }
    int left = choicesLeft(choice.then(), budget - 1);
    return left == 0 ? 0 : choicesLeft(choice.otherwise(), left);
  }

  /**
   * How many more choices are left of a budget after those that the term is made of, all between
   * constants; 0 if not.
   */
  private static int isConstantChoice(Term a, int budget) {
    if (a.constant() != null) {
      return budget;
    }
    Term.Choice choice = a.choice();
    if (choice == null || budget <= 1) {
      return 0;
    }
    int left = isConstantChoice(choice.then(), budget - 1);
    return left == 0 ? 0 : isConstantChoice(choice.otherwise(), left);
  }

  private static boolean isZero(Term a) {
    return a.constant() != null && a.constant().signum() == 0;
  }

  private static BigInteger value(Term a, boolean signed) {
    BigInteger value = Objects.requireNonNull(a.constant());
    return signed && value.testBit(a.bits() - 1)
        ? value.subtract(BigInteger.ONE.shiftLeft(a.bits()))
        : value;
  }

  /** True where that is known of all values; false says nothing. */
  private static boolean isAlwaysLess(Term a, Term b, boolean signed) {
    return Significance.isBelow(a, b.constant()) && !(signed && b.significant() == b.bits());
  }

  private Term vector(BitvectorFormula formula, int bits, int significant) {
    return significant == 0
        ? number(BigInteger.ZERO, bits)
        : new Term(formula, bits, null, null, BigInteger.ZERO, null, significant);
  }

  private static BitvectorFormula vector(Term a) {
    return (BitvectorFormula) a.formula();
  }

  static BooleanFormula truth(Term a) {
    return (BooleanFormula) a.formula();
  }
}
