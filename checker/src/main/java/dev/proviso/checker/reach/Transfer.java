// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.abstractor.Relations;
import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.abstraction.predicate.StateVariables.Copy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The abstraction of a C program as a pushdown system. Path edges are sets over ENTRY and CURRENT;
 * hides the copies of variables: what goes in and comes out speaks of ENTRY and CURRENT alone.
 */
final class Transfer implements Pushdown<CutPoint, Transfer.Way, CutPoint.BeforeCall> {
  private static final Order<CutPoint> ORDER = new Order.BreadthFirst<>();

  private final Blocks blocks;
  private final Relations relations;
  private final Bdds bdds;
  private final StateVariables variables;
  private final Precision precision;
  private final Goal goal;

  /** Through a block to one of its exits. */
  record Way(Block block, Exit exit) {}

  Transfer(
      Blocks blocks,
      Relations relations,
      Bdds bdds,
      StateVariables variables,
      Precision precision,
      Goal goal) {
    this.blocks = blocks;
    this.relations = relations;
    this.bdds = bdds;
    this.variables = variables;
    this.precision = precision;
    this.goal = goal;
  }

  @Override
  public Order<CutPoint> order() {
    return ORDER;
  }

  @Override
  public List<Way> starts() {
    return ways((CutPoint.At) blocks.entry(blocks.program().entry()));
  }

  private List<Way> ways(CutPoint.At place) {
    Block block = blocks.from(place);
    return block.exits().keySet().stream()
        .filter(exit -> exit instanceof Exit.ToCut || goal.isMetBy(exit))
        .map(exit -> new Way(block, exit))
        .toList();
  }

  @Override
  public Next<Way, CutPoint.BeforeCall> at(CutPoint place) {
    return switch (place) {
      case CutPoint.At at when at.equals(blocks.exit(at.procedure())) ->
          new Next.Exit<>(at.procedure());
      case CutPoint.At at -> new Next.Steps<>(ways(at));
      case CutPoint.BeforeCall call -> new Next.Call<>(call);
    };
  }

  @Override
  public Optional<CutPoint> target(Way way) {
    return way.exit() instanceof Exit.ToCut to ? Optional.of(to.cut()) : Optional.empty();
  }

  @Override
  public String callee(CutPoint.BeforeCall call) {
    return call.callee();
  }

  @Override
  public CutPoint entry(CutPoint.BeforeCall call) {
    return blocks.entry(call.callee());
  }

  @Override
  public CutPoint behind(CutPoint.BeforeCall call) {
    return new CutPoint.At(call.edge().target());
  }

  List<Predicate> at(Exit exit) {
    return exit instanceof Exit.ToCut to ? precision.at(to.cut()) : List.of();
  }

  private List<Integer> copies(String procedure, List<Predicate> predicates, Copy copy) {
    return variables.variables(procedure, predicates, copy);
  }

  Bdd rename(Bdd set, String procedure, List<Predicate> predicates, Copy from, Copy to) {
    return bdds.rename(set, variables.renaming(procedure, predicates, from, to));
  }

  private List<Integer> entryVariables(String procedure) {
    return copies(procedure, precision.at(blocks.entry(procedure)), Copy.ENTRY);
  }

  /** The states of path edges: over CURRENT. */
  Bdd states(Bdd pathEdges, String procedure) {
    return bdds.exists(pathEdges, entryVariables(procedure));
  }

  @Override
  public Bdd start(Way way) {
    Bdd image = relations.start(way.block(), way.exit(), precision);
    String procedure = way.block().source().procedure();
    return rename(image, procedure, at(way.exit()), Copy.NEXT, Copy.CURRENT);
  }

  private Bdd post(Bdd pathEdges, Way way) {
    Bdd states = states(pathEdges, way.block().source().procedure());
    return relations.post(way.block(), way.exit(), states, precision);
  }

  @Override
  public Bdd through(Bdd pathEdges, Way way) {
    CutPoint source = way.block().source();
    List<Integer> current = copies(source.procedure(), precision.at(source), Copy.CURRENT);
    Bdd image = bdds.image(pathEdges, post(pathEdges, way), current);
    return rename(image, source.procedure(), at(way.exit()), Copy.NEXT, Copy.CURRENT);
  }

  @Override
  public Bdd beforeThrough(Bdd pathEdges, Way way, Bdd targets) {
    String procedure = way.block().source().procedure();
    List<Predicate> after = at(way.exit());
    Bdd next = rename(targets, procedure, after, Copy.CURRENT, Copy.NEXT);
    Bdd relation = bdds.and(post(pathEdges, way), next);
    return bdds.image(pathEdges, relation, copies(procedure, after, Copy.NEXT));
  }

  @Override
  public Bdd into(Bdd pathEdges, CutPoint.BeforeCall call) {
    Bdd states = states(pathEdges, call.procedure());
    Bdd relation = relations.enter(call, states, precision);
    List<Integer> current = copies(call.procedure(), precision.at(call), Copy.CURRENT);
    Bdd entered = bdds.image(states, relation, current);
    return entryEdges(entered, call.callee());
  }

  /** The path edges from entry states to themselves. */
  private Bdd entryEdges(Bdd overCalleeEntry, String callee) {
    List<Predicate> predicates = precision.at(blocks.entry(callee));
    Bdd edges = rename(overCalleeEntry, callee, predicates, Copy.CALLEE_ENTRY, Copy.CURRENT);
    for (Predicate p : predicates) {
      Bdd current = bdds.literal(variables.variable(callee, p, Copy.CURRENT), true);
      Bdd entry = bdds.literal(variables.variable(callee, p, Copy.ENTRY), true);
      edges = bdds.and(edges, bdds.iff(current, entry));
    }
    return edges;
  }

  @Override
  public Bdd beforeInto(Bdd pathEdges, CutPoint.BeforeCall call, Bdd entryEdges) {
    String callee = call.callee();
    List<Predicate> predicates = precision.at(blocks.entry(callee));
    Bdd entry = bdds.exists(entryEdges, copies(callee, predicates, Copy.CURRENT));
    Bdd calleeEntry = rename(entry, callee, predicates, Copy.ENTRY, Copy.CALLEE_ENTRY);
    Bdd relation = relations.enter(call, states(pathEdges, call.procedure()), precision);
    return bdds.image(
        pathEdges, bdds.and(relation, calleeEntry), copies(callee, predicates, Copy.CALLEE_ENTRY));
  }

  /** A callee's path edges at its exit, over CALLEE_ENTRY and CALLEE_EXIT. */
  Bdd summary(Bdd exitEdges, String callee) {
    SequencedMap<Integer, Integer> renaming =
        variables.renaming(
            callee, precision.at(blocks.entry(callee)), Copy.ENTRY, Copy.CALLEE_ENTRY);
    SequencedMap<Integer, Integer> exits =
        variables.renaming(
            callee, precision.at(blocks.exit(callee)), Copy.CURRENT, Copy.CALLEE_EXIT);
    return bdds.rename(bdds.rename(exitEdges, exits), renaming);
  }

  private List<Integer> calleeVariables(String callee) {
    List<Integer> result =
        new ArrayList<>(copies(callee, precision.at(blocks.entry(callee)), Copy.CALLEE_ENTRY));
    result.addAll(copies(callee, precision.at(blocks.exit(callee)), Copy.CALLEE_EXIT));
    return result;
  }

  List<Predicate> predicatesBehind(CutPoint.BeforeCall call) {
    return precision.at(behind(call));
  }

  private Bdd leave(Bdd pathEdges, CutPoint.BeforeCall call, Bdd summary) {
    Bdd states = states(pathEdges, call.procedure());
    return bdds.and(relations.leave(call, states, summary, precision), summary);
  }

  @Override
  public Bdd over(Bdd pathEdges, CutPoint.BeforeCall call, Bdd exitEdges) {
    Bdd relation = leave(pathEdges, call, summary(exitEdges, call.callee()));
    List<Integer> quantified = calleeVariables(call.callee());
    quantified.addAll(copies(call.procedure(), precision.at(call), Copy.CURRENT));
    Bdd image = bdds.image(pathEdges, relation, quantified);
    return rename(image, call.procedure(), predicatesBehind(call), Copy.NEXT, Copy.CURRENT);
  }

  @Override
  public Matched beforeOver(Bdd pathEdges, CutPoint.BeforeCall call, Bdd exitEdges, Bdd targets) {
    String callee = call.callee();
    Bdd next = rename(targets, call.procedure(), predicatesBehind(call), Copy.CURRENT, Copy.NEXT);
    Bdd relation = bdds.and(leave(pathEdges, call, summary(exitEdges, callee)), next);
    Bdd ways = bdds.and(pathEdges, relation);
    Bdd way = bdds.and(ways, bdds.cubeOf(bdds.anyCube(ways)));
    Bdd inCaller = bdds.exists(bdds.exists(way, calleeVariables(callee)), nextVariables(call));
    List<Integer> ofCaller = new ArrayList<>(entryVariables(call.procedure()));
    ofCaller.addAll(copies(call.procedure(), precision.at(call), Copy.CURRENT));
    ofCaller.addAll(nextVariables(call));
    Bdd inCallee = bdds.exists(way, ofCaller);
    Bdd asEntry =
        rename(inCallee, callee, precision.at(blocks.entry(callee)), Copy.CALLEE_ENTRY, Copy.ENTRY);
    Bdd asExit =
        rename(asEntry, callee, precision.at(blocks.exit(callee)), Copy.CALLEE_EXIT, Copy.CURRENT);
    return new Matched(inCaller, bdds.and(asExit, exitEdges));
  }

  private List<Integer> nextVariables(CutPoint.BeforeCall call) {
    return copies(call.procedure(), predicatesBehind(call), Copy.NEXT);
  }
}
