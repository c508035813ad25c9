// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.boolprog.BooleanExpr;
import dev.proviso.abstraction.boolprog.BooleanPrinter;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** Relations from a, b, c (variables 0, 2, 4) to those after (1, 3, 5), as statements. */
class TransitionTest {
  private final Bdds bdds = new Bdds();
  private final SequencedMap<Integer, String> before = named(0);
  private final SequencedMap<Integer, String> after = named(1);

  private static SequencedMap<Integer, String> named(int copy) {
    SequencedMap<Integer, String> result = new LinkedHashMap<>();
    List.of("a", "b", "c").forEach(n -> result.put(result.size() * 2 + copy, n));
    return result;
  }

  private Bdd is(int variable) {
    return bdds.literal(variable, true);
  }

  private String text(Bdd relation) {
    return String.join(
        "; ",
        new Transition(bdds, before, after)
            .statements(relation).stream().map(BooleanPrinter::print).toList());
  }

  @Test
  void whatIsDeterminedIsAssigned() {
    Bdd copied = bdds.and(bdds.iff(is(1), is(2)), bdds.iff(is(3), bdds.not(is(2))));
    assertThat(text(copied)).isEqualTo("a, b, c := b, !b, *");
  }

  @Test
  void whatStaysIsNotMentioned() {
    Bdd same =
        bdds.and(bdds.iff(is(1), is(0)), bdds.and(bdds.iff(is(3), is(2)), bdds.iff(is(5), is(4))));
    assertThat(text(bdds.and(is(0), same))).isEqualTo("assume(a)");
  }

  @Test
  void whatIsPartlyDeterminedIsChosen() {
    Bdd implied = bdds.or(bdds.not(is(0)), is(1));
    Bdd rest = bdds.and(bdds.iff(is(3), is(2)), bdds.iff(is(5), is(4)));
    assertThat(text(bdds.and(implied, rest))).isEqualTo("a := schoose [a, F]");
  }

  @Test
  void whatDependsOnOneAnotherIsConstrained() {
    Bdd equal = bdds.iff(is(1), is(3));
    assertThat(text(bdds.and(equal, bdds.iff(is(5), is(4)))))
        .isEqualTo("a, b := *, * constrain (('a = 'b))");
  }

  @Test
  void statementsMeanTheRelation() {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      Bdd relation = bdds.none();
      for (int row = 0; row < 64; row++) {
        if (random.nextInt(1 + i % 8) == 0) {
          Map<Integer, Boolean> cube = new LinkedHashMap<>();
          for (int v = 0; v < 6; v++) {
            cube.put(v, (row >> v & 1) != 0);
          }
          relation = bdds.or(relation, bdds.cubeOf(cube));
        }
      }
      assertThat(meaning(new Transition(bdds, before, after).statements(relation)))
          .isEqualTo(relation);
    }
  }

  private Bdd meaning(List<BooleanStatement> statements) {
    Bdd result = bdds.all();
    Map<String, Bdd> unchanged = new LinkedHashMap<>();
    for (int v = 0; v < 6; v += 2) {
      unchanged.put(before.getOrDefault(v, ""), bdds.iff(is(v), is(v + 1)));
    }
    for (BooleanStatement statement : statements) {
      switch (statement) {
        case BooleanStatement.Assume s -> result = bdds.and(result, canBe(s.condition(), true));
        case BooleanStatement.Assign s -> {
          for (int i = 0; i < s.targets().size(); i++) {
            unchanged.remove(s.targets().get(i));
            Bdd target = canBe(new BooleanExpr.Next(s.targets().get(i)), true);
            BooleanExpr value = s.values().get(i);
            Bdd allowed =
                bdds.or(
                    bdds.and(target, canBe(value, true)),
                    bdds.and(bdds.not(target), canBe(value, false)));
            result = bdds.and(result, allowed);
          }
          if (s.constraint().isPresent()) {
            result = bdds.and(result, canBe(s.constraint().get(), true));
          }
        }
        default -> throw new AssertionError(statement);
      }
    }
    for (Bdd same : unchanged.values()) {
      result = bdds.and(result, same);
    }
    return result;
  }

  /** Where the expression can have that value. */
  private Bdd canBe(BooleanExpr expr, boolean value) {
    return switch (expr) {
      case BooleanExpr.Constant e -> e.value() == value ? bdds.all() : bdds.none();
      case BooleanExpr.Any e -> bdds.all();
      case BooleanExpr.Variable e -> bdds.literal("abc".indexOf(e.name()) * 2, value);
      case BooleanExpr.Next e -> bdds.literal("abc".indexOf(e.name()) * 2 + 1, value);
      case BooleanExpr.Not e -> canBe(e.operand(), !value);
      case BooleanExpr.And e -> both(e.left(), e.right(), value);
      case BooleanExpr.Or e ->
          bdds.not(both(new BooleanExpr.Not(e.left()), new BooleanExpr.Not(e.right()), value));
      case BooleanExpr.Equal e -> {
        Bdd equal = bdds.iff(canBe(e.left(), true), canBe(e.right(), true));
        yield value ? equal : bdds.not(equal);
      }
      case BooleanExpr.Choose e -> {
        Bdd positive = canBe(e.whereTrue(), true);
        Bdd negative = bdds.minus(canBe(e.whereFalse(), true), positive);
        yield bdds.not(value ? negative : positive);
      }
    };
  }

  private Bdd both(BooleanExpr left, BooleanExpr right, boolean value) {
    Bdd both = bdds.and(canBe(left, true), canBe(right, true));
    return value ? both : bdds.not(both);
  }
}
