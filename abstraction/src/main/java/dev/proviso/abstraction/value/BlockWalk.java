// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Block.Arc;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.block.Step;
import dev.proviso.abstraction.encode.ProgramVariables;
import dev.proviso.abstraction.predicate.FiniteTracking;
import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.abstraction.predicate.Ranges;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.abstraction.predicate.StateVariables.Copy;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a block does to tracked finite-valued variables: walks its arcs in order, with the relation
 * between the states at its source and those at each node. Conditions on anything else may be true
 * or false.
 */
final class BlockWalk {
  private final FiniteContext context;
  private final Bdds bdds;
  private final ValueClasses classes;
  private final StateVariables variables;
  private final FiniteTracking tracking;
  private final Program program;
  private final ProgramVariables results;
  private final Block block;
  private final String procedure;
  private final Evaluation evaluation;
  private final List<List<Integer>> endings;
  private final Map<FiniteVariable, List<Integer>> work = new HashMap<>();

  BlockWalk(FiniteContext context, FiniteTracking tracking, Block block) {
    this.context = context;
    this.bdds = context.bdds();
    this.classes = context.classes();
    this.variables = context.variables();
    this.program = context.program();
    this.results = context.results();
    this.tracking = tracking;
    this.block = block;
    this.procedure = block.source().procedure();
    if (context.arranged().add(procedure)) {
      variables.reserve(procedure, Neighbours.of(procedure, context));
    }
    this.evaluation =
        new Evaluation(bdds, classes, context.addresses(), v -> isTracked(v) ? work(v) : null);
    this.endings = endings();
  }

  private boolean isTracked(FiniteVariable variable) {
    return tracking.classes().contains(classes.classOf(variable));
  }

  private List<Integer> bits(FiniteVariable variable, Copy copy) {
    return variables.bits(procedure, variable, copy);
  }

  private List<Integer> work(FiniteVariable variable) {
    return work.computeIfAbsent(variable, v -> bits(v, Copy.WORK));
  }

  /** The states in which what is known of each of these variables is still what it was. */
  Bdd unchanged() {
    Bdd result = bdds.all();
    for (FiniteVariable v : tracking.at(block.source()).reversed()) {
      List<Integer> now = work(v);
      result = bdds.and(result, Cells.same(bits(v, Copy.CURRENT), now, bdds));
      result = bdds.and(result, Cells.in(Ranges.ofType(v.place().type()), v.domain(), now, bdds));
    }
    return result;
  }

  /** The states in which static storage holds its initial values. */
  Bdd initial() {
    InitialNumbers numbers = new InitialNumbers(program);
    Bdd result = bdds.all();
    for (FiniteVariable v : tracking.at(block.source())) {
      Variable root = FinitePlaces.root(v.place());
      if (root != null && root.isGlobal() && isTracked(v)) {
        Expr value = numbers.of(v.place());
        result =
            value == null
                ? bdds.and(result, anything(v))
                : bdds.and(result, evaluation.holding(v, evaluation.number(value), work(v)));
      }
    }
    return result;
  }

  private Bdd anything(FiniteVariable variable) {
    Ranges all = Ranges.ofType(variable.place().type());
    return Cells.in(all, variable.domain(), work(variable), bdds);
  }

  /**
   * The relations to each exit, over CURRENT and NEXT.
   *
   * @param start over CURRENT and WORK
   */
  SequencedMap<Exit, Bdd> relations(Bdd start) {
    Bdd[] at = new Bdd[block.nodes()];
    at[0] = start;
    List<Arc> arcs = block.arcs();
    for (int i = 0; i < arcs.size(); i++) {
      Arc arc = arcs.get(i);
      Bdd here = at[arc.from()];
      if (here != null && !bdds.isNone(here)) {
        Bdd behind = bdds.exists(step(arc.step(), here), endings.get(i));
        Bdd known = at[arc.to()];
        at[arc.to()] = known == null ? behind : bdds.or(known, behind);
      }
    }
    SequencedMap<Exit, Bdd> result = new LinkedHashMap<>();
    block
        .exits()
        .forEach(
            (exit, node) -> {
              Bdd there = at[node];
              result.put(exit, there == null ? bdds.none() : leave(there, exit));
            });
    return result;
  }

  /**
   * For each arc the bits of variables that end there: nobody reads behind it what they held before
   * it, or get on it.
   */
  private List<List<Integer>> endings() {
    List<Set<FiniteVariable>> live = new ArrayList<>();
    for (int i = 0; i < block.nodes(); i++) {
      live.add(new LinkedHashSet<>());
    }
    live.getFirst().addAll(tracking.at(block.source()));
    block.exits().forEach((exit, node) -> live.get(node).addAll(kept(exit)));
    FiniteUses uses = new FiniteUses(context, this::isTracked);
    List<Arc> arcs = block.arcs();
    List<Set<FiniteVariable>> set = new ArrayList<>();
    for (Arc arc : arcs) {
      set.add(uses.set(arc.step()));
    }
    for (int i = arcs.size() - 1; i >= 0; i--) {
      Set<FiniteVariable> before = new LinkedHashSet<>(live.get(arcs.get(i).to()));
      before.removeAll(set.get(i));
      before.addAll(uses.read(arcs.get(i).step()));
      live.get(arcs.get(i).from()).addAll(before);
    }
    List<List<Integer>> result = new ArrayList<>();
    for (int i = 0; i < arcs.size(); i++) {
      Set<FiniteVariable> ended = new LinkedHashSet<>(live.get(arcs.get(i).from()));
      ended.addAll(set.get(i));
      ended.removeAll(live.get(arcs.get(i).to()));
      List<Integer> bits = new ArrayList<>();
      ended.forEach(v -> bits.addAll(work(v)));
      result.add(sortedBits(bits));
    }
    return result;
  }

  private List<FiniteVariable> kept(Exit exit) {
    return exit instanceof Exit.ToCut to ? tracking.at(to.cut()) : List.of();
  }

  private Bdd leave(Bdd states, Exit exit) {
    List<FiniteVariable> kept = kept(exit);
    SequencedMap<Integer, Integer> renaming = new LinkedHashMap<>();
    for (FiniteVariable v : kept) {
      List<Integer> next = bits(v, Copy.NEXT);
      List<Integer> now = work(v);
      for (int i = 0; i < now.size(); i++) {
        renaming.put(now.get(i), next.get(i));
      }
    }
    return bdds.rename(states, sorted(renaming));
  }

  private static SequencedMap<Integer, Integer> sorted(Map<Integer, Integer> renaming) {
    SequencedMap<Integer, Integer> result = new LinkedHashMap<>();
    renaming.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> result.put(e.getKey(), e.getValue()));
    return result;
  }

  private Bdd step(Step step, Bdd states) {
    if (step.condition().isPresent()) {
      return bdds.and(states, evaluation.truth(step.condition().get()).mayBeTrue());
    }
    return switch (step) {
      case Step.Execute s -> execute(s, states);
      case Step.Enter s -> enter(s, states);
      case Step.Leave s -> leave(s, states);
      case Step.Dispatch s -> states;
      case Step.Pass s -> states;
    };
  }

  private Bdd execute(Step.Execute step, Bdd states) {
    return switch (step.edge().statement()) {
      case Statement.Assign s -> assign(s.target(), s.value(), states);
      case Statement.Return s ->
          s.value() == null
              ? states
              : assign(LValue.Var.of(results.result(step.frame().procedure())), s.value(), states);
      case Statement.Havoc s -> assign(s.target(), null, states);
      case Statement.Allocate s -> store(context.stores().of(s), forget(s.target(), states));
      case Statement.CopyMemory s -> store(context.stores().of(s), states);
      case Statement.FillMemory s -> store(context.stores().of(s), states);
      case Statement.Scramble s -> store(context.stores().of(s), states);
      case Statement.Assume s -> states;
      case Statement.Call s -> states;
      case Statement.Free s -> states;
      case Statement.Abort s -> states;
      case Statement.Skip s -> states;
    };
  }

  private Bdd enter(Step.Enter step, Bdd states) {
    Statement.Call call = (Statement.Call) step.edge().statement();
    List<Variable> formals = context.procedure(step.callee().procedure()).formals();
    Bdd result = states;
    for (int i = 0; i < formals.size(); i++) {
      LValue formal = LValue.Var.of(formals.get(i));
      result = assign(formal, Arguments.passed(call, i, formal), result);
    }
    return result;
  }

  private Bdd leave(Step.Leave step, Bdd states) {
    LValue target = ((Statement.Call) step.edge().statement()).result();
    return target == null
        ? states
        : assign(target, context.returned(step.callee().procedure(), target), states);
  }

  /**
   * @param value null for any
   */
  private Bdd assign(LValue target, @Nullable Expr value, Bdd states) {
    List<Update> updates = new ArrayList<>(context.stores().assign(target, value));
    FiniteVariable variable = classes.at(target);
    if (variable != null && classes.memoryPlaceIfAny(variable) == null) {
      updates.addFirst(
          value == null ? new Update.Loses(variable) : new Update.Gets(variable, value));
    } else if (variable == null) {
      return store(updates, parts(target, value, states));
    }
    return store(updates, states);
  }

  /** What is not in memory of an object that is assigned as a whole. */
  private Bdd parts(LValue target, @Nullable Expr value, Bdd states) {
    return value == null || target.type().isScalar()
        ? forget(target, states)
        : copy(target, value, states);
  }

  /** Updates that all see the states before. */
  private Bdd store(List<Update> all, Bdd states) {
    List<Update> updates = all.stream().filter(u -> isTracked(u.variable())).toList();
    if (!readEachOther(updates)) {
      Bdd result = states;
      for (Update update : updates) {
        result = one(update, result);
      }
      return result;
    }
    Bdd relation = bdds.all();
    List<Integer> before = new ArrayList<>();
    SequencedMap<Integer, Integer> back = new LinkedHashMap<>();
    for (Update update : updates) {
      List<Integer> now = work(update.variable());
      List<Integer> next = bits(update.variable(), Copy.NEXT);
      relation = bdds.and(relation, becoming(update, next));
      before.addAll(now);
      for (int i = 0; i < now.size(); i++) {
        back.put(next.get(i), now.get(i));
      }
    }
    return bdds.rename(bdds.image(states, relation, sortedBits(before)), sorted(back));
  }

  private boolean readEachOther(List<Update> updates) {
    Set<FiniteVariable> changed = new LinkedHashSet<>();
    updates.forEach(u -> changed.add(u.variable()));
    FiniteUses uses = new FiniteUses(context, changed::contains);
    return updates.size() > 1
        && updates.stream()
            .anyMatch(u -> uses.valueOf(u).stream().anyMatch(r -> r != u.variable()));
  }

  private Bdd one(Update update, Bdd states) {
    return switch (update) {
      case Update.Gets u -> assign(u.variable(), u.value(), states);
      case Update.MayGet u -> bdds.or(states, assign(u.variable(), u.value(), states));
      case Update.Loses u -> forget(u.variable(), states);
    };
  }

  /** The states in which these bits are what a variable becomes. */
  private Bdd becoming(Update update, List<Integer> bitsThen) {
    FiniteVariable v = update.variable();
    return switch (update) {
      case Update.Gets u -> evaluation.holding(v, evaluation.number(u.value()), bitsThen);
      case Update.MayGet u ->
          bdds.or(
              Cells.same(bitsThen, work(v), bdds),
              evaluation.holding(v, evaluation.number(u.value()), bitsThen));
      case Update.Loses u -> Cells.in(Ranges.ofType(v.place().type()), v.domain(), bitsThen, bdds);
    };
  }

  private Bdd assign(FiniteVariable variable, Expr value, Bdd states) {
    List<Integer> now = work(variable);
    FiniteVariable source = evaluation.copied(value);
    if (source == variable) {
      return states;
    }
    if (source != null && source.domain() == variable.domain()) {
      Bdd others = bdds.exists(states, sortedBits(now));
      return bdds.and(others, Cells.same(now, work(source), bdds));
    }
    Cases cases = evaluation.number(value);
    if (!new FiniteUses(context, v -> v == variable)
        .valueOf(new Update.Gets(variable, value))
        .contains(variable)) {
      return bdds.and(
          bdds.exists(states, sortedBits(now)), evaluation.holding(variable, cases, now));
    }
    List<Integer> next = bits(variable, Copy.NEXT);
    Bdd both = bdds.image(states, evaluation.holding(variable, cases, next), sortedBits(now));
    SequencedMap<Integer, Integer> back = new LinkedHashMap<>();
    for (int i = 0; i < now.size(); i++) {
      back.put(next.get(i), now.get(i));
    }
    return bdds.rename(both, sorted(back));
  }

  private static List<Integer> sortedBits(List<Integer> bits) {
    return bits.stream().sorted().toList();
  }

  /** A whole object is assigned, part by part. */
  private Bdd copy(LValue target, Expr value, Bdd states) {
    Variable root = FinitePlaces.root(target);
    Bdd result = states;
    if (root != null) {
      for (FiniteVariable part : classes.partsOf(root)) {
        LValue source = source(part, target, value);
        if (source != null) {
          result = assign(part.place(), Expr.Read.of(source), result);
        } else if (part.place().moved(target, target) != null) {
          result = forget(part, result);
        }
      }
    }
    return result;
  }

  private static @Nullable LValue source(FiniteVariable part, LValue target, Expr value) {
    return value instanceof Expr.Read r ? part.place().moved(target, r.source()) : null;
  }

  /** The target may hold anything, as far as it is not in memory. */
  private Bdd forget(LValue target, Bdd states) {
    Variable root = FinitePlaces.root(target);
    Bdd result = states;
    if (root != null) {
      for (FiniteVariable part : classes.partsOf(root)) {
        if (part.place().moved(target, target) != null) {
          result = forget(part, result);
        }
      }
    }
    return result;
  }

  private Bdd forget(FiniteVariable variable, Bdd states) {
    if (!isTracked(variable)) {
      return states;
    }
    List<Integer> now = work(variable);
    return bdds.and(bdds.exists(states, sortedBits(now)), anything(variable));
  }
}
