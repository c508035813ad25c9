// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Target;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random expressions, simplified and plain, have the same value everywhere. */
class SimplifierTest {
  private static final List<BinaryOp> CALCULATIONS =
      List.of(
          BinaryOp.ADD,
          BinaryOp.ADD,
          BinaryOp.SUBTRACT,
          BinaryOp.MULTIPLY,
          BinaryOp.BIT_AND,
          BinaryOp.BIT_OR,
          BinaryOp.BIT_XOR);
  private static final List<BinaryOp> COMPARISONS =
      List.of(
          BinaryOp.EQUAL,
          BinaryOp.EQUAL,
          BinaryOp.NOT_EQUAL,
          BinaryOp.LESS,
          BinaryOp.LESS_OR_EQUAL);

  private final Random random = new Random(13);
  private final List<Variable> variables;

  /** The same expression twice. */
  private record Pair(Expr plain, Expr simplified) {}

  SimplifierTest() throws InputException {
    Program program =
        Frontend.readText(
            "a.c",
            "signed char c; unsigned char b; short s; int i; int j; unsigned u; long l; unsigned long v; _Bool t;",
            Frontend.Options.of(Target.LP64));
    variables = program.globals();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Pair leaf(IntType type) {
    List<Variable> ofType = variables.stream().filter(v -> v.type().equals(type)).toList();
    if (ofType.isEmpty() || random.nextInt(3) == 0) {
      List<Long> values =
          List.of(0L, 0L, 1L, 1L, -1L, 2L, 127L, 128L, 255L, 1L << 31, 5_000_000_000L);
      Expr constant = Expr.IntConst.of(any(values), type);
      return new Pair(constant, constant);
    }
    Expr read = Expr.Read.of(LValue.Var.of(any(ofType)));
    return new Pair(read, read);
  }

  private Pair ofType(IntType type, int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(8);
    return switch (kind) {
      case 0 -> leaf(type);
      case 1 -> cast(ofType((IntType) any(variables).type(), depth - 1), type);
      case 2 -> {
        Pair operand = ofType(type, depth - 1);
        UnaryOp op = random.nextBoolean() ? UnaryOp.NEGATE : UnaryOp.COMPLEMENT;
        yield type.isBool()
            ? operand
            : new Pair(
                Expr.Unary.of(op, operand.plain()), Simplifier.unary(op, operand.simplified()));
      }
      case 3 -> {
        Pair condition = truth(depth - 1);
        Pair then = ofType(type, depth - 1);
        Pair otherwise = ofType(type, depth - 1);
        yield new Pair(
            Expr.Conditional.of(condition.plain(), then.plain(), otherwise.plain()),
            Simplifier.conditional(
                condition.simplified(), then.simplified(), otherwise.simplified()));
      }
      case 4 -> cast(truth(depth - 1), type);
      default ->
          type.isBool()
              ? leaf(type)
              : binary(
                  any(CALCULATIONS), ofType(type, depth - 1), ofType(type, random.nextInt(depth)));
    };
  }

  private static Pair cast(Pair operand, IntType type) {
    return new Pair(
        Expr.Cast.of(operand.plain(), type), Simplifier.cast(operand.simplified(), type));
  }

  private static Pair binary(BinaryOp op, Pair left, Pair right) {
    return new Pair(
        Expr.Binary.of(op, left.plain(), right.plain()),
        Simplifier.binary(op, left.simplified(), right.simplified()));
  }

  /** Of type int, 0 or 1. */
  private Pair truth(int depth) {
    if (depth > 0 && random.nextInt(4) == 0) {
      Pair operand = truth(depth - 1);
      return new Pair(
          Expr.Unary.of(UnaryOp.NOT, operand.plain()),
          Simplifier.unary(UnaryOp.NOT, operand.simplified()));
    }
    if (depth > 0 && random.nextInt(4) == 0) {
      return binary(
          random.nextBoolean() ? BinaryOp.AND : BinaryOp.OR, truth(depth - 1), truth(depth - 1));
    }
    IntType type = (IntType) any(variables).type();
    int below = Math.max(depth - 1, 0);
    return binary(
        any(COMPARISONS),
        ofType(type, below),
        random.nextBoolean() ? leaf(type) : ofType(type, below));
  }

  @Test
  void theMeaningStays() {
    for (int i = 0; i < 20_000; i++) {
      Pair pair = random.nextBoolean() ? truth(3) : ofType((IntType) any(variables).type(), 3);
      for (int j = 0; j < 8; j++) {
        Map<Variable, BigInteger> state = state();
        assertThat(value(pair.simplified(), state))
            .as("%s as %s where %s", pair.plain(), pair.simplified(), state)
            .isEqualTo(value(pair.plain(), state));
      }
    }
  }

  @Test
  void comparisonsOfConvertedValuesKeepTheirMeaning() {
    for (int i = 0; i < 5_000; i++) {
      IntType type = (IntType) any(variables).type();
      Pair converted = cast(leaf((IntType) any(variables).type()), type);
      long value = any(List.of(0L, 1L, -1L, -128L, 127L, 255L, 65_535L, 1L << 31));
      Expr constant = Expr.IntConst.of(value, type);
      Pair pair = binary(any(COMPARISONS), converted, new Pair(constant, constant));
      for (int j = 0; j < 8; j++) {
        Map<Variable, BigInteger> state = state();
        assertThat(value(pair.simplified(), state))
            .as("%s as %s where %s", pair.plain(), pair.simplified(), state)
            .isEqualTo(value(pair.plain(), state));
      }
    }
  }

  private Map<Variable, BigInteger> state() {
    Map<Variable, BigInteger> state = new HashMap<>();
    for (Variable variable : variables) {
      IntType type = (IntType) variable.type();
      BigInteger any =
          random.nextBoolean()
              ? BigInteger.valueOf(random.nextInt(5) - 2)
              : new BigInteger(64, random);
      state.put(variable, type.isBool() ? any.and(BigInteger.ONE) : type.wrap(any));
    }
    return state;
  }

  private static BigInteger value(Expr expr, Map<Variable, BigInteger> state) {
    return switch (expr) {
      case Expr.IntConst e -> e.value();
      case Expr.Read e when e.source() instanceof LValue.Var v ->
          state.getOrDefault(v.variable(), BigInteger.ZERO);
      case Expr.Unary e -> {
        BigInteger operand = value(e.operand(), state);
        yield switch (e.op()) {
          case NOT -> truth(operand.signum() == 0);
          case NEGATE -> ((IntType) e.type()).wrap(operand.negate());
          case COMPLEMENT -> ((IntType) e.type()).wrap(operand.not());
        };
      }
      case Expr.Binary e -> value(e, value(e.left(), state), value(e.right(), state));
      case Expr.Cast e -> {
        BigInteger operand = value(e.operand(), state);
        IntType type = (IntType) e.type();
        yield type.isBool() ? truth(operand.signum() != 0) : type.wrap(operand);
      }
      case Expr.Conditional e ->
          value(value(e.condition(), state).signum() != 0 ? e.then() : e.otherwise(), state);
      default -> throw new AssertionError(expr);
    };
  }

  private static BigInteger value(Expr.Binary e, BigInteger x, BigInteger y) {
    return switch (e.op()) {
      case ADD -> ((IntType) e.type()).wrap(x.add(y));
      case SUBTRACT -> ((IntType) e.type()).wrap(x.subtract(y));
      case MULTIPLY -> ((IntType) e.type()).wrap(x.multiply(y));
      case BIT_AND -> ((IntType) e.type()).wrap(x.and(y));
      case BIT_OR -> ((IntType) e.type()).wrap(x.or(y));
      case BIT_XOR -> ((IntType) e.type()).wrap(x.xor(y));
      case EQUAL -> truth(x.equals(y));
      case NOT_EQUAL -> truth(!x.equals(y));
      case LESS -> truth(x.compareTo(y) < 0);
      case LESS_OR_EQUAL -> truth(x.compareTo(y) <= 0);
      case AND -> truth(x.signum() != 0 && y.signum() != 0);
      case OR -> truth(x.signum() != 0 || y.signum() != 0);
      default -> throw new AssertionError(e);
    };
  }

  private static BigInteger truth(boolean value) {
    return value ? BigInteger.ONE : BigInteger.ZERO;
  }
}
