// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.abstraction.predicate.StateVariables.Copy;
import dev.proviso.abstraction.predicate.Tracked;
import dev.proviso.abstraction.value.FiniteRelations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Relations in layers, the cheap ones first: what finite-valued variables do, without the solver;
 * what single predicates do, each relation for itself; and transitions that the solver has refuted
 * one by one where a path took them (Ball, Cook, Das, Rajamani, TACAS 2004). Where relations are
 * small, or many of their transitions were refuted, everything is computed by the solver at once.
 */
final class LayeredAbstractor implements Abstractor {
  /** With so few predicates all of them are one relation from the start. */
  private static final int FEW_PREDICATES = 10;

  /** After so many refuted transitions, a relation is computed exactly. */
  private static final int MANY_REFUTED = 40;

  private final Bdds bdds;
  private final Blocks blocks;
  private final StateVariables variables;
  private final FiniteRelations finite;
  private final SmtRelations solved;
  private final Map<Place, Refuted> refuted = new HashMap<>();
  private final SequencedMap<Demand, Demand.Answer> answers = new LinkedHashMap<>();

  /** What a relation is about, whatever is tracked. */
  private record Place(Class<?> kind, Object from, Object to) {}

  /** Transitions that are none of the program's. */
  private record Refuted(Bdd transitions, int count) {}

  LayeredAbstractor(
      Bdds bdds,
      Blocks blocks,
      StateVariables variables,
      FiniteRelations finite,
      SmtRelations solved) {
    this.bdds = bdds;
    this.blocks = blocks;
    this.variables = variables;
    this.finite = finite;
    this.solved = solved;
  }

  @Override
  public Bdd start(Block block, Exit exit, Precision precision) {
    return relation(
        Demand.start(block, exit, precision),
        finite.start(block, exit, precision.finite()),
        bdds.all());
  }

  @Override
  public Bdd post(Block block, Exit exit, Bdd states, Precision precision) {
    return relation(
        Demand.post(block, exit, precision),
        finite.post(block, exit, finiteOf(block, states, precision), precision.finite()),
        states);
  }

  /** What of the states is about finite-valued variables. */
  private Bdd finiteOf(Block block, Bdd states, Precision precision) {
    CutPoint source = block.source();
    return bdds.exists(
        states, numbers(source.procedure(), precision.tracked(source).singleOnly(), Copy.CURRENT));
  }

  @Override
  public Bdd enter(CutPoint.BeforeCall call, Bdd states, Precision precision) {
    return relation(
        Demand.enter(call, blocks, precision), finite.enter(call, precision.finite()), states);
  }

  @Override
  public Bdd leave(CutPoint.BeforeCall call, Bdd states, Bdd summary, Precision precision) {
    return relation(
        Demand.leave(call, blocks, precision),
        finite.leave(call, precision.finite()),
        bdds.and(states, summary));
  }

  private Bdd relation(Demand all, Bdd byValues, Bdd states) {
    Demand single = all.singleOnly();
    Refuted known = refuted(place(all));
    Bdd result = byValues;
    if (isExact(all, single, known)) {
      result = bdds.and(result, solved.relation(all, states));
    } else if (!single.isEmpty()) {
      Bdd projected = bdds.exists(states, without(all, single));
      result = bdds.and(result, solved.relation(single, projected));
    }
    result = bdds.minus(result, known.transitions());
    answers.merge(
        all,
        new Demand.Answer(result, states),
        (old, more) -> new Demand.Answer(more.relation(), bdds.or(old.states(), more.states())));
    return result;
  }

  private Refuted refuted(Place place) {
    return refuted.getOrDefault(place, new Refuted(bdds.none(), 0));
  }

  private static boolean isExact(Demand all, Demand single, Refuted known) {
    return all.equals(single)
        ? !all.isEmpty()
        : !single.isEmpty() && all.size() <= FEW_PREDICATES || known.count() > MANY_REFUTED;
  }

  /** The variables of the states a relation sets out from that belong to no single predicate. */
  private List<Integer> without(Demand all, Demand single) {
    Set<Integer> result = new HashSet<>(sources(all));
    result.removeAll(sources(single));
    return result.stream().sorted().toList();
  }

  private List<Integer> sources(Demand demand) {
    return switch (demand) {
      case Demand.Start d -> List.of();
      case Demand.Post d -> numbers(d.block().source().procedure(), d.current(), Copy.CURRENT);
      case Demand.Enter d -> numbers(d.call().procedure(), d.current(), Copy.CURRENT);
      case Demand.Leave d -> {
        List<Integer> result =
            new ArrayList<>(numbers(d.call().procedure(), d.current(), Copy.CURRENT));
        result.addAll(numbers(d.call().callee(), d.entry(), Copy.CALLEE_ENTRY));
        result.addAll(numbers(d.call().callee(), d.exit(), Copy.CALLEE_EXIT));
        yield result;
      }
    };
  }

  private List<Integer> numbers(String procedure, Tracked tracked, Copy copy) {
    return variables.variables(procedure, tracked.all(), copy);
  }

  private static Place place(Demand demand) {
    return switch (demand) {
      case Demand.Start d -> new Place(Demand.Start.class, d.block(), d.exit());
      case Demand.Post d -> new Place(Demand.Post.class, d.block(), d.exit());
      case Demand.Enter d -> new Place(Demand.Enter.class, d.call(), d.call());
      case Demand.Leave d -> new Place(Demand.Leave.class, d.call(), d.call());
    };
  }

  @Override
  public boolean excludes(Demand demand, Bdd transitions) {
    Place place = place(demand);
    Refuted known = refuted(place);
    Bdd left = bdds.minus(transitions, known.transitions());
    if (bdds.isNone(left)) {
      return false;
    }
    Optional<Bdd> more = solved.refute(demand, bdds.anyCube(left));
    if (more.isEmpty()) {
      return false;
    }
    Bdd all = bdds.or(known.transitions(), more.get());
    refuted.put(place, new Refuted(all, known.count() + 1));
    return true;
  }

  @Override
  public SequencedMap<Demand, Demand.Answer> demands() {
    return answers;
  }

  @Override
  public long hits() {
    return solved.hits();
  }

  @Override
  public void close() {
    solved.close();
  }
}
