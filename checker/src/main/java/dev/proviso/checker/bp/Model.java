// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.boolprog.BooleanExpr;
import dev.proviso.abstraction.boolprog.BooleanProcedure;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import dev.proviso.checker.bp.Bits.Copy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One procedure as relations. Its path edges speak of: CURRENT of what matters at the place; of its
 * parameters and the globals it touches, ENTRY where the procedure changes them, else CURRENT,
 * which is the same.
 */
final class Model {
  private final Bdds bdds;
  private final Bits bits;
  private final Flow flow;
  private final Scope scope;
  private final Meaning meaning;
  private final Liveness liveness;
  private final List<Variable> changing = new ArrayList<>();
  private final Set<Variable> constant = new LinkedHashSet<>();
  private final Map<Long, Op> ops = new HashMap<>();
  private final Map<Integer, Bdd> wholes = new HashMap<>();
  private final @Nullable Bdd enforced;
  private @Nullable Bdd identity;

  /**
   * @param called whether anybody calls it: if not, nobody asks for its entry
   */
  Model(Bdds bdds, Bits bits, Flow flow, Effects effects, boolean called) {
    this.bdds = bdds;
    this.bits = bits;
    this.flow = flow;
    BooleanProcedure procedure = flow.procedure();
    scope = effects.scope(procedure.name());
    meaning = new Meaning(bdds, bits, scope);
    Set<Variable> modified = effects.modified(procedure.name());
    if (called) {
      List<Variable> given = new ArrayList<>(scope.parameters());
      given.addAll(effects.touchedGlobals(procedure.name()));
      given.forEach(v -> (modified.contains(v) ? changing : constant).add(v));
    }
    liveness =
        new Liveness(flow, effects, called ? effects.modifiedGlobals(procedure.name()) : List.of());
    enforced = procedure.enforced().map(e -> meaning.of(e).whereTrue()).orElse(null);
  }

  Flow flow() {
    return flow;
  }

  Scope scope() {
    return scope;
  }

  Meaning meaning() {
    return meaning;
  }

  /** Parameters and globals whose value at the entry is kept as ENTRY. */
  List<Variable> changing() {
    return changing;
  }

  /** Parameters and globals whose value at the entry is CURRENT everywhere. */
  Set<Variable> constant() {
    return constant;
  }

  /** The variables of which path edges at a node speak in CURRENT. */
  Set<Variable> known(int node) {
    Set<Variable> result = new LinkedHashSet<>(constant);
    result.addAll(liveness.at(node));
    return result;
  }

  /** Restricts states to those that the procedure enforces. */
  Bdd enforce(Bdd pathEdges) {
    return enforced == null ? pathEdges : bdds.and(pathEdges, enforced);
  }

  /** From each state to itself: what the procedure's path edges start with. */
  Bdd identity() {
    if (identity == null) {
      Bdd result = bdds.all();
      List<Variable> fromLast = new ArrayList<>(changing);
      fromLast.sort((a, b) -> Integer.compare(bits.bit(b, Copy.ENTRY), bits.bit(a, Copy.ENTRY)));
      for (Variable v : fromLast) {
        Bdd entry = bdds.literal(bits.bit(v, Copy.ENTRY), true);
        result = bdds.and(bdds.iff(entry, bdds.literal(bits.bit(v, Copy.CURRENT), true)), result);
      }
      identity = result;
    }
    return identity;
  }

  /** The variables that a statement assigns. */
  Set<Variable> assigned(int node) {
    return flow.statement(node) instanceof BooleanStatement.Assign s
        ? scope.targets(s.targets())
        : Set.of();
  }

  /** The results that a statement gives values to. */
  List<Variable> returned(int node) {
    return flow.statement(node) instanceof BooleanStatement.Return ? scope.results() : List.of();
  }

  /** At the exit, results have values; where no return statement gave them, any. */
  private List<Variable> gained(int successor) {
    return successor == flow.exit() ? scope.results() : List.of();
  }

  /** A node's statement, nothing left out: over CURRENT, and NEXT of all that it assigns. */
  Bdd whole(int node) {
    return wholes.computeIfAbsent(node, this::makeWhole);
  }

  private Bdd makeWhole(int node) {
    return switch (flow.statement(node)) {
      case BooleanStatement.Assign s -> whole(s);
      case BooleanStatement.Return s -> results(s.values());
      case BooleanStatement.Skip s -> bdds.all();
      case BooleanStatement.Goto s -> bdds.all();
      case BooleanStatement.Assume s -> meaning.of(s.condition()).whereTrue();
      case BooleanStatement.Assert s -> meaning.of(s.condition()).whereTrue();
      case BooleanStatement.AbortIf s -> meaning.of(s.condition()).whereFalse();
      case BooleanStatement.Call s -> throw new IllegalStateException("a call is no step");
      case BooleanStatement.StartThread s -> throw new IllegalStateException("a thread");
    };
  }

  private Bdd whole(BooleanStatement.Assign s) {
    Set<Variable> targets = scope.targets(s.targets());
    return bdds.and(values(s, targets), condition(s, targets));
  }

  /** Path edges over CURRENT at the entry, as they begin: what does not matter is left out. */
  Bdd start(Bdd entryStates) {
    Set<Variable> dead = new LinkedHashSet<>(changing);
    dead.removeIf(v -> liveness.isLive(v, 0));
    Bdd edges = bdds.and(enforce(entryStates), identity());
    return bdds.exists(edges, bits.bits(dead, Copy.CURRENT));
  }

  /** The bits that matter at one node and not at another. */
  List<Integer> forgotten(int before, int behind) {
    Set<Variable> dead = liveness.lost(before, behind);
    dead.removeAll(constant);
    return bits.bits(dead, Copy.CURRENT);
  }

  /** A node's statement, where it goes on as usual. */
  Op op(int node, int successor) {
    return ops.computeIfAbsent(
        (long) node * (flow.exit() + 1) + successor, k -> make(node, successor));
  }

  private Op make(int node, int successor) {
    return flow.statement(node) instanceof BooleanStatement.Assign s
        ? assignment(node, successor, s)
        : new Op(node, whole(node), forgotten(node, successor), Set.of(), gained(successor), bits);
  }

  /** A node's statement, where an error is made of it. */
  Op error(int node, BooleanExpr condition, boolean value) {
    Meaning.May may = meaning.of(condition);
    return new Op(
        node, value ? may.whereTrue() : may.whereFalse(), List.of(), Set.of(), List.of(), bits);
  }

  private Bdd results(List<BooleanExpr> values) {
    Bdd relation = bdds.all();
    for (int i = values.size() - 1; i >= 0; i--) {
      Variable result = scope.results().get(i);
      relation = bdds.and(relation, meaning.assigns(result, Copy.CURRENT, values.get(i)));
    }
    return relation;
  }

  /** Each of the targets gets its value. */
  private Bdd values(BooleanStatement.Assign s, Set<Variable> targets) {
    Bdd relation = bdds.all();
    for (int i = s.targets().size() - 1; i >= 0; i--) {
      String name = s.targets().get(i);
      if (!name.equals(BooleanStatement.DROPPED) && targets.contains(scope.variable(name))) {
        Bdd value = meaning.assigns(scope.variable(name), Copy.NEXT, s.values().get(i));
        relation = bdds.and(relation, value);
      }
    }
    return relation;
  }

  /** The constraint, and what is enforced: over CURRENT, and NEXT of the targets. */
  private Bdd condition(BooleanStatement.Assign s, Set<Variable> targets) {
    Bdd constraint = s.constraint().map(c -> meaning.of(c, targets).whereTrue()).orElse(bdds.all());
    return enforced == null
        ? constraint
        : bdds.and(
            constraint, bdds.rename(enforced, bits.renaming(targets, Copy.CURRENT, Copy.NEXT)));
  }

  private Op assignment(int node, int successor, BooleanStatement.Assign s) {
    Set<Variable> targets = scope.targets(s.targets());
    Set<Variable> kept = new LinkedHashSet<>(targets);
    kept.removeIf(v -> !liveness.isLive(v, successor));
    Set<Variable> dead = new LinkedHashSet<>(targets);
    dead.removeAll(kept);
    boolean free = s.constraint().isEmpty() && enforced == null;
    Bdd relation = free ? values(s, kept) : bdds.exists(whole(s), bits.bits(dead, Copy.NEXT));
    Set<Integer> forgotten = new TreeSet<>(forgotten(node, successor));
    forgotten.addAll(bits.bits(targets, Copy.CURRENT));
    return new Op(node, relation, List.copyOf(forgotten), kept, gained(successor), bits);
  }
}
