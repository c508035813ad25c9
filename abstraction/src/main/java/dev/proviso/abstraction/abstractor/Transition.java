// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.boolprog.BooleanExpr;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A relation as statements: an assumption on the variables before, then one assignment. A variable
 * that is determined by itself gets an expression or a choice; those that depend on one another are
 * constrained together.
 */
final class Transition {
  private final Bdds bdds;
  private final Map<Integer, String> before;
  private final SequencedMap<Integer, String> after;

  /**
   * @param before the names of the BDD variables of the states that the relation starts from
   * @param after the names of those it leads to
   */
  Transition(Bdds bdds, Map<Integer, String> before, SequencedMap<Integer, String> after) {
    this.bdds = bdds;
    this.before = before;
    this.after = after;
  }

  List<BooleanStatement> statements(Bdd relation) {
    List<Integer> targets = after.keySet().stream().sorted().toList();
    Bdd guard = bdds.exists(relation, targets);
    List<BooleanStatement> result = new ArrayList<>();
    if (!bdds.isAll(guard)) {
      result.add(new BooleanStatement.Assume(expr(guard)));
    }
    List<String> names = new ArrayList<>();
    List<BooleanExpr> values = new ArrayList<>();
    Bdd together = relation;
    for (int target : after.keySet()) {
      Bdd others = bdds.exists(together, List.of(target));
      Bdd alone = bdds.exists(relation, without(targets, target));
      Optional<BooleanExpr> value = Optional.empty();
      if (bdds.and(alone, others).equals(together)) {
        together = others;
        value = Optional.of(value(alone, target, guard));
      }
      String name = after.getOrDefault(target, "");
      if (!value.equals(Optional.of(new BooleanExpr.Variable(name)))) {
        names.add(name);
        values.add(value.orElse(BooleanExpr.ANY));
      }
    }
    if (!names.isEmpty()) {
      BooleanExpr constraint = expr(bdds.within(together, guard));
      boolean free = constraint.equals(BooleanExpr.TRUE);
      result.add(
          new BooleanStatement.Assign(
              names, values, free ? Optional.empty() : Optional.of(constraint)));
    }
    return result;
  }

  private static List<Integer> without(List<Integer> variables, int one) {
    return variables.stream().filter(v -> v != one).toList();
  }

  /** What a variable gets that depends on the states before alone. */
  private BooleanExpr value(Bdd relation, int target, Bdd guard) {
    Bdd canBeTrue = bdds.exists(bdds.and(relation, bdds.literal(target, true)), List.of(target));
    Bdd canBeFalse = bdds.exists(bdds.and(relation, bdds.literal(target, false)), List.of(target));
    if (bdds.isNone(bdds.and(canBeTrue, canBeFalse))) {
      return determined(canBeTrue, canBeFalse, target, guard);
    }
    if (canBeTrue.equals(canBeFalse)) {
      return BooleanExpr.ANY;
    }
    return new BooleanExpr.Choose(
        expr(bdds.within(bdds.not(canBeFalse), guard)),
        expr(bdds.within(bdds.not(canBeTrue), guard)));
  }

  private BooleanExpr determined(Bdd whereTrue, Bdd whereFalse, int target, Bdd guard) {
    for (Map.Entry<Integer, String> own : before.entrySet()) {
      if (own.getValue().equals(after.get(target))
          && bdds.and(guard, bdds.literal(own.getKey(), true)).equals(whereTrue)) {
        return new BooleanExpr.Variable(own.getValue());
      }
    }
    if (bdds.isNone(whereFalse)) {
      return BooleanExpr.TRUE;
    }
    if (bdds.isNone(whereTrue)) {
      return BooleanExpr.FALSE;
    }
    return expr(bdds.within(whereTrue, guard));
  }

  private BooleanExpr expr(Bdd set) {
    return bdds.fold(
        set,
        new Bdds.Folding<BooleanExpr>() {
          @Override
          public BooleanExpr leaf(boolean value) {
            return value ? BooleanExpr.TRUE : BooleanExpr.FALSE;
          }

          @Override
          public BooleanExpr node(int variable, BooleanExpr whereTrue, BooleanExpr whereFalse) {
            return choice(name(variable), whereTrue, whereFalse);
          }
        });
  }

  private BooleanExpr name(int variable) {
    String old = before.get(variable);
    if (old != null) {
      return new BooleanExpr.Variable(old);
    }
    String next = after.get(variable);
    if (next == null) {
      throw new IllegalStateException("no name for BDD variable " + variable);
    }
    return new BooleanExpr.Next(next);
  }

  private static BooleanExpr choice(
      BooleanExpr condition, BooleanExpr whereTrue, BooleanExpr whereFalse) {
    BooleanExpr no = BooleanExpr.not(condition);
    if (whereTrue.equals(BooleanExpr.TRUE)) {
      return BooleanExpr.or(condition, whereFalse);
    }
    if (whereFalse.equals(BooleanExpr.TRUE)) {
      return BooleanExpr.or(no, whereTrue);
    }
    if (whereTrue.equals(BooleanExpr.not(whereFalse))) {
      return BooleanExpr.equal(condition, whereTrue);
    }
    return BooleanExpr.or(BooleanExpr.and(condition, whereTrue), BooleanExpr.and(no, whereFalse));
  }
}
