// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.checker.reach.Reachability.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One exploration, breadth first. */
final class Search {
  private final Blocks blocks;
  private final Transfer transfer;
  private final Bdds bdds;
  private final Goal goal;
  private final Map<CutPoint, Bdd> reached = new LinkedHashMap<>();
  private final Map<String, List<Ring>> exits = new LinkedHashMap<>();
  private final Map<String, List<Ring>> calls = new LinkedHashMap<>();
  private final Deque<Ring> work = new ArrayDeque<>();

  Search(Blocks blocks, Transfer transfer, Bdds bdds, Goal goal) {
    this.blocks = blocks;
    this.transfer = transfer;
    this.bdds = bdds;
    this.goal = goal;
  }

  Outcome run() {
    Block first = blocks.from((CutPoint.At) blocks.entry(blocks.program().entry()));
    for (Exit exit : first.exits().keySet()) {
      Optional<AbstractPath> found =
          arrive(exit, transfer.start(first, exit), new Ring.Start(first, exit));
      if (found.isPresent()) {
        return new Outcome.Reached(found.get());
      }
    }
    while (!work.isEmpty()) {
      Ring ring = work.remove();
      Optional<AbstractPath> found = Optional.empty();
      switch (ring.cut()) {
        case CutPoint.At at when at.equals(blocks.exit(at.procedure())) -> exit(ring);
        case CutPoint.At at -> found = through(ring, blocks.from(at));
        case CutPoint.BeforeCall call -> call(ring, call);
      }
      if (found.isPresent()) {
        return new Outcome.Reached(found.get());
      }
    }
    return new Outcome.Safe(reached.size());
  }

  private Optional<AbstractPath> through(Ring ring, Block block) {
    for (Exit exit : block.exits().keySet()) {
      if (exit instanceof Exit.ToCut || goal.isMetBy(exit)) {
        Bdd image = transfer.through(ring.pathEdges(), block, exit);
        Optional<AbstractPath> found = arrive(exit, image, new Ring.Through(ring, block, exit));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<AbstractPath> arrive(Exit exit, Bdd pathEdges, Ring.Cause cause) {
    if (bdds.isNone(pathEdges)) {
      return Optional.empty();
    }
    if (exit instanceof Exit.ToCut to) {
      add(to.cut(), pathEdges, cause);
      return Optional.empty();
    }
    return goal.isMetBy(exit)
        ? Optional.of(new PathReader(transfer, bdds).read(cause, pathEdges))
        : Optional.empty();
  }

  private void add(CutPoint cut, Bdd pathEdges, Ring.Cause cause) {
    Bdd known = reached.getOrDefault(cut, bdds.none());
    Bdd more = bdds.minus(pathEdges, known);
    if (!bdds.isNone(more)) {
      reached.put(cut, bdds.or(known, more));
      work.add(new Ring(cut, more, cause));
    }
  }

  private void call(Ring ring, CutPoint.BeforeCall call) {
    calls.computeIfAbsent(call.callee(), c -> new ArrayList<>()).add(ring);
    Bdd entered = transfer.into(ring.pathEdges(), call);
    if (!bdds.isNone(entered)) {
      add(blocks.entry(call.callee()), entered, new Ring.Call(ring, call));
    }
    for (Ring exit : List.copyOf(exits.getOrDefault(call.callee(), List.of()))) {
      leave(ring, call, exit);
    }
  }

  private void exit(Ring ring) {
    String procedure = ring.cut().procedure();
    exits.computeIfAbsent(procedure, p -> new ArrayList<>()).add(ring);
    for (Ring caller : List.copyOf(calls.getOrDefault(procedure, List.of()))) {
      leave(caller, (CutPoint.BeforeCall) caller.cut(), ring);
    }
  }

  private void leave(Ring caller, CutPoint.BeforeCall call, Ring exit) {
    Bdd image = transfer.over(caller.pathEdges(), call, exit.pathEdges());
    add(new CutPoint.At(call.edge().target()), image, new Ring.Return(caller, call, exit));
  }
}
