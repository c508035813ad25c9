// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.abstractor.Abstractor;
import dev.proviso.abstraction.abstractor.StateVariables;
import dev.proviso.abstraction.abstractor.StateVariables.Copy;
import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/**
 * Images and pre-images of path edges, which are sets over ENTRY and CURRENT. Hides the copies of
 * variables: what goes in and comes out speaks of ENTRY and CURRENT alone.
 */
final class Transfer {
  private final Blocks blocks;
  private final Abstractor abstractor;
  private final Bdds bdds;
  private final StateVariables variables;
  private final Precision precision;

  Transfer(
      Blocks blocks,
      Abstractor abstractor,
      Bdds bdds,
      StateVariables variables,
      Precision precision) {
    this.blocks = blocks;
    this.abstractor = abstractor;
    this.bdds = bdds;
    this.variables = variables;
    this.precision = precision;
  }

  private List<Predicate> at(Exit exit) {
    return exit instanceof Exit.ToCut to ? precision.at(to.cut()) : List.of();
  }

  private List<Integer> copies(String procedure, List<Predicate> predicates, Copy copy) {
    return variables.variables(procedure, predicates, copy);
  }

  private Bdd rename(Bdd set, String procedure, List<Predicate> predicates, Copy from, Copy to) {
    return bdds.rename(set, variables.renaming(procedure, predicates, from, to));
  }

  private List<Integer> entryVariables(String procedure) {
    return copies(procedure, precision.at(blocks.entry(procedure)), Copy.ENTRY);
  }

  /** The states of path edges: over CURRENT. */
  private Bdd states(Bdd pathEdges, String procedure) {
    return bdds.exists(pathEdges, entryVariables(procedure));
  }

  /** Where the program gets from its start. */
  Bdd start(Block block, Exit exit) {
    Bdd image = abstractor.start(block, exit, precision);
    return rename(image, block.source().procedure(), at(exit), Copy.NEXT, Copy.CURRENT);
  }

  private Bdd post(Bdd pathEdges, Block block, Exit exit) {
    return abstractor.post(block, exit, states(pathEdges, block.source().procedure()), precision);
  }

  /** Where path edges get through a block. */
  Bdd through(Bdd pathEdges, Block block, Exit exit) {
    String procedure = block.source().procedure();
    List<Integer> current = copies(procedure, precision.at(block.source()), Copy.CURRENT);
    Bdd image = bdds.image(pathEdges, post(pathEdges, block, exit), current);
    return rename(image, procedure, at(exit), Copy.NEXT, Copy.CURRENT);
  }

  /** Those path edges from which the block leads to the targets. */
  Bdd beforeThrough(Bdd pathEdges, Block block, Exit exit, Bdd targets) {
    String procedure = block.source().procedure();
    Bdd next = rename(targets, procedure, at(exit), Copy.CURRENT, Copy.NEXT);
    Bdd relation = bdds.and(post(pathEdges, block, exit), next);
    return bdds.image(pathEdges, relation, copies(procedure, at(exit), Copy.NEXT));
  }

  /** The path edges at the callee's entry that a call makes. */
  Bdd into(Bdd pathEdges, CutPoint.BeforeCall call) {
    Bdd states = states(pathEdges, call.procedure());
    Bdd relation = abstractor.enter(call, states, precision);
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

  /** Those path edges from which the call makes these path edges at the callee's entry. */
  Bdd beforeInto(Bdd pathEdges, CutPoint.BeforeCall call, Bdd entryEdges) {
    String callee = call.callee();
    List<Predicate> predicates = precision.at(blocks.entry(callee));
    Bdd entry = bdds.exists(entryEdges, copies(callee, predicates, Copy.CURRENT));
    Bdd calleeEntry = rename(entry, callee, predicates, Copy.ENTRY, Copy.CALLEE_ENTRY);
    Bdd relation = abstractor.enter(call, states(pathEdges, call.procedure()), precision);
    return bdds.image(
        pathEdges, bdds.and(relation, calleeEntry), copies(callee, predicates, Copy.CALLEE_ENTRY));
  }

  /** A callee's path edges at its exit, over CALLEE_ENTRY and CALLEE_EXIT. */
  private Bdd summary(Bdd exitEdges, String callee) {
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

  private List<Predicate> behind(CutPoint.BeforeCall call) {
    return precision.at(new CutPoint.At(call.edge().target()));
  }

  private Bdd leave(Bdd pathEdges, CutPoint.BeforeCall call, Bdd summary) {
    Bdd states = states(pathEdges, call.procedure());
    return bdds.and(abstractor.leave(call, states, summary, precision), summary);
  }

  /** Where path edges get over a call. */
  Bdd over(Bdd pathEdges, CutPoint.BeforeCall call, Bdd exitEdges) {
    Bdd relation = leave(pathEdges, call, summary(exitEdges, call.callee()));
    List<Integer> quantified = calleeVariables(call.callee());
    quantified.addAll(copies(call.procedure(), precision.at(call), Copy.CURRENT));
    Bdd image = bdds.image(pathEdges, relation, quantified);
    return rename(image, call.procedure(), behind(call), Copy.NEXT, Copy.CURRENT);
  }

  /**
   * Before and inside a call: path edges of the caller, and of the callee at its exit, that fit
   * together.
   */
  record Matched(Bdd caller, Bdd calleeExit) {}

  /** One way over a call to the targets. */
  Matched beforeOver(Bdd pathEdges, CutPoint.BeforeCall call, Bdd exitEdges, Bdd targets) {
    String callee = call.callee();
    Bdd next = rename(targets, call.procedure(), behind(call), Copy.CURRENT, Copy.NEXT);
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
    return copies(call.procedure(), behind(call), Copy.NEXT);
  }
}
