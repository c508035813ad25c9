// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.abstraction.predicate.Ranges;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What expressions may be in states of which the cells of some variables are known. Whatever else
 * they read may hold anything.
 */
final class Evaluation {
  private final Bdds bdds;
  private final ValueClasses classes;
  private final ConstantAddresses addresses;
  private final Bits bits;
  private final Map<Expr, Cases> numbers = new HashMap<>();
  private final Map<Expr, Truth> truths = new HashMap<>();

  /** Where the bits of a variable stand in the states that are meant. */
  interface Bits {
    /** The BDD variables of its cell's number, the most significant first; null if not known. */
    @Nullable List<Integer> of(FiniteVariable variable);
  }

  Evaluation(Bdds bdds, ValueClasses classes, ConstantAddresses addresses, Bits bits) {
    this.bdds = bdds;
    this.classes = classes;
    this.addresses = addresses;
    this.bits = bits;
  }

  /** The variable whose value an expression is, if its bits are known. */
  @Nullable FiniteVariable copied(Expr value) {
    FiniteVariable variable = value instanceof Expr.Read r ? classes.at(r.source()) : null;
    return variable != null && bits.of(variable) != null ? variable : null;
  }

  /** The bits of a variable that is {@link #copied}. */
  List<Integer> bitsOf(FiniteVariable variable) {
    List<Integer> known = bits.of(variable);
    if (known == null) {
      throw new IllegalArgumentException(variable + " is not known");
    }
    return known;
  }

  /** The states in which the variable of these bits is in a cell of what a value may be. */
  Bdd holding(FiniteVariable variable, Cases value, List<Integer> bitsOfVariable) {
    Bdd result = bdds.none();
    for (Cases.Case c : value.cases()) {
      Ranges values = c.values().wrappedTo(variable.place().type());
      Bdd there = Cells.in(values, variable.domain(), bitsOfVariable, bdds);
      result = bdds.or(result, bdds.and(c.states(), there));
    }
    return result;
  }

  /** The values of a scalar expression. */
  Cases number(Expr expr) {
    Cases known = numbers.get(expr);
    if (known == null) {
      known = newNumber(expr);
      numbers.put(expr, known);
    }
    return known;
  }

  private Cases newNumber(Expr expr) {
    return switch (expr) {
      case Expr.IntConst e -> Cases.of(bdds.all(), Ranges.single(e.value()));
      case Expr.FloatConst e -> anything(e.type());
      case Expr.FunctionAddress e -> address(addresses.of(e), e.type());
      case Expr.AddressOf e -> address(addresses.of(e), e.type());
      case Expr.Read e -> read(e);
      case Expr.Unary e -> unary(e);
      case Expr.Binary e -> binary(e);
      case Expr.Cast e -> cast(e);
      case Expr.Conditional e -> conditional(e);
    };
  }

  private Cases anything(Type type) {
    return Cases.of(bdds.all(), everything(type));
  }

  /** All values of integers and pointers; floats are never asked what they are. */
  private static Ranges everything(Type type) {
    return type instanceof FloatType
        ? Ranges.of(BigInteger.ONE.shiftLeft(200).negate(), BigInteger.ONE.shiftLeft(200))
        : Ranges.ofType(type);
  }

  private Cases address(Optional<BigInteger> known, Type type) {
    return known.map(a -> Cases.of(bdds.all(), Ranges.single(a))).orElse(anything(type));
  }

  private Cases read(Expr.Read read) {
    FiniteVariable variable = copied(read);
    if (variable == null) {
      return anything(read.type());
    }
    List<Integer> known = bitsOf(variable);
    List<Cases.Case> cases = new ArrayList<>();
    for (int cell = 0; cell < variable.domain().size(); cell++) {
      cases.add(new Cases.Case(Cells.in(cell, known, bdds), variable.domain().cell(cell)));
    }
    return new Cases(cases);
  }

  private Cases unary(Expr.Unary e) {
    if (e.op() == UnaryOp.NOT) {
      return truthValue(e);
    }
    if (e.type() instanceof FloatType) {
      return anything(e.type());
    }
    BigInteger by = e.op() == UnaryOp.NEGATE ? BigInteger.ZERO : BigInteger.ONE.negate();
    return number(e.operand())
        .map(r -> Ranges.single(by).monotone(r, BigInteger::subtract).wrappedTo(e.type()), bdds);
  }

  private Cases truthValue(Expr condition) {
    Truth truth = truth(condition);
    Bdd both = bdds.and(truth.mayBeTrue(), truth.mayBeFalse());
    return Cases.merged(
        List.of(
            new Cases.Case(bdds.minus(truth.mayBeTrue(), both), Ranges.truth(true, false)),
            new Cases.Case(bdds.minus(truth.mayBeFalse(), both), Ranges.truth(false, true)),
            new Cases.Case(both, Ranges.truth(true, true))),
        bdds);
  }

  private Cases binary(Expr.Binary e) {
    if (e.op().isBoolean()) {
      return truthValue(e);
    }
    if (e.type() instanceof FloatType) {
      return anything(e.type());
    }
    return number(e.left())
        .with(number(e.right()), (a, b) -> Arithmetic.apply(e.op(), a, b, e.type()), bdds);
  }

  private Cases cast(Expr.Cast e) {
    if (e.type() instanceof FloatType || e.operand().type() instanceof FloatType) {
      return anything(e.type());
    }
    if (e.type() instanceof IntType t && t.isBool()) {
      return truthValue(e.operand());
    }
    return number(e.operand()).map(r -> r.wrappedTo(e.type()), bdds);
  }

  private Cases conditional(Expr.Conditional e) {
    Truth truth = truth(e.condition());
    Bdd both = bdds.and(truth.mayBeTrue(), truth.mayBeFalse());
    Cases then = number(e.then());
    Cases otherwise = number(e.otherwise());
    List<Cases.Case> result = new ArrayList<>();
    add(result, then, bdds.minus(truth.mayBeTrue(), both));
    add(result, otherwise, bdds.minus(truth.mayBeFalse(), both));
    add(result, then.with(otherwise, Ranges::or, bdds), both);
    return Cases.merged(result, bdds);
  }

  private void add(List<Cases.Case> result, Cases cases, Bdd where) {
    cases.cases().forEach(c -> result.add(new Cases.Case(bdds.and(c.states(), where), c.values())));
  }

  /** When a scalar expression is not zero. */
  Truth truth(Expr expr) {
    Truth known = truths.get(expr);
    if (known == null) {
      known = newTruth(expr);
      truths.put(expr, known);
    }
    return known;
  }

  private Truth newTruth(Expr expr) {
    return switch (expr) {
      case Expr.Unary e when e.op() == UnaryOp.NOT -> truth(e.operand()).not();
      case Expr.Binary e when e.op().isBoolean() && !hasNumbers(e.left()) -> Truth.unknown(bdds);
      case Expr.Binary e when e.op() == BinaryOp.AND -> truth(e.left()).and(truth(e.right()), bdds);
      case Expr.Binary e when e.op() == BinaryOp.OR -> truth(e.left()).or(truth(e.right()), bdds);
      case Expr.Binary e when e.op() == BinaryOp.EQUAL -> equal(e.left(), e.right());
      case Expr.Binary e when e.op() == BinaryOp.NOT_EQUAL -> equal(e.left(), e.right()).not();
      case Expr.Binary e when e.op() == BinaryOp.LESS ->
          compared(e, (a, b) -> Ranges.truth(isBelow(a, b, 0), isBelow(b, a, 1)));
      case Expr.Binary e when e.op() == BinaryOp.LESS_OR_EQUAL ->
          compared(e, (a, b) -> Ranges.truth(isBelow(a, b, 1), isBelow(b, a, 0)));
      case Expr.Conditional e -> truthOf(conditional(e));
      default -> expr.type() instanceof FloatType ? Truth.unknown(bdds) : truthOf(number(expr));
    };
  }

  /**
   * Whether one of {@code a} may be less than one of {@code b}, or at most by {@code slack} - 1.
   */
  private static boolean isBelow(Ranges a, Ranges b, int slack) {
    return !a.isEmpty() && !b.isEmpty() && a.least().compareTo(b.greatest()) < slack;
  }

  private Truth compared(Expr.Binary e, BinaryOperator<Ranges> operation) {
    if (!hasNumbers(e.left()) || !hasNumbers(e.right())) {
      return Truth.unknown(bdds);
    }
    return truthOf(number(e.left()).with(number(e.right()), operation, bdds));
  }

  private static boolean hasNumbers(Expr e) {
    return e.type() instanceof IntType || e.type() instanceof PointerType;
  }

  private Truth equal(Expr left, Expr right) {
    FiniteVariable a = copied(left);
    FiniteVariable b = copied(right);
    if (a != null && b != null && a.domain() == b.domain()) {
      return equal(a, b);
    }
    return compared(
        Expr.Binary.of(BinaryOp.EQUAL, left, right),
        (x, y) ->
            Ranges.truth(
                x.meets(y),
                x.only().isEmpty() || y.only().isEmpty() || !x.only().equals(y.only())));
  }

  private Truth equal(FiniteVariable a, FiniteVariable b) {
    List<Integer> bitsOfA = bitsOf(a);
    Bdd same = Cells.same(bitsOfA, bitsOf(b), bdds);
    Bdd single = bdds.none();
    for (int cell = 0; cell < a.domain().size(); cell++) {
      if (a.domain().cell(cell).only().isPresent()) {
        single = bdds.or(single, Cells.in(cell, bitsOfA, bdds));
      }
    }
    return new Truth(same, bdds.not(bdds.and(same, single)));
  }

  private Truth truthOf(Cases cases) {
    Bdd mayBeTrue = bdds.none();
    Bdd mayBeFalse = bdds.none();
    for (Cases.Case c : cases.cases()) {
      Ranges values = c.values();
      if (values.has(BigInteger.ZERO)) {
        mayBeFalse = bdds.or(mayBeFalse, c.states());
      }
      if (!values.isEmpty() && !values.only().equals(Optional.of(BigInteger.ZERO))) {
        mayBeTrue = bdds.or(mayBeTrue, c.states());
      }
    }
    return new Truth(mayBeTrue, mayBeFalse);
  }
}
