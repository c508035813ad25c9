// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.abstractor.Abstractor;
import dev.proviso.abstraction.abstractor.Demand;
import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.abstraction.predicate.StateVariables.Copy;
import dev.proviso.checker.reach.Transfer.Way;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Takes transitions of a path that the program does not have out of the relations. */
final class Sharpening {
  private final Transfer transfer;
  private final Abstractor abstractor;
  private final Blocks blocks;
  private final Bdds bdds;
  private final Precision precision;

  Sharpening(
      Transfer transfer, Abstractor abstractor, Blocks blocks, Bdds bdds, Precision precision) {
    this.transfer = transfer;
    this.abstractor = abstractor;
    this.blocks = blocks;
    this.bdds = bdds;
    this.precision = precision;
  }

  /**
   * @return true if the relations have lost some of the path's transitions
   */
  boolean exclude(Path<Transfer.Way, CutPoint.BeforeCall> path) {
    List<Path.Part<Transfer.Way, CutPoint.BeforeCall>> parts = path.parts();
    Deque<Bdd> callers = new ArrayDeque<>();
    boolean any = false;
    for (int i = 0; i < parts.size(); i++) {
      Bdd to = i + 1 < parts.size() ? parts.get(i + 1).from() : path.goal();
      any |=
          switch (parts.get(i)) {
            case Path.Start<Transfer.Way, CutPoint.BeforeCall> p -> excludesStart(p.step(), to);
            case Path.Through<Transfer.Way, CutPoint.BeforeCall> p ->
                excludesThrough(p.from(), p.step(), to);
            case Path.Into<Transfer.Way, CutPoint.BeforeCall> p -> {
              callers.push(p.from());
              yield excludesInto(p.from(), p.call(), to);
            }
            case Path.OutOf<Transfer.Way, CutPoint.BeforeCall> p -> {
              yield excludesOver(callers.pop(), p.call(), p.from(), to);
            }
            case Path.Over<Transfer.Way, CutPoint.BeforeCall> p -> false;
          };
    }
    return any;
  }

  private boolean excludesStart(Way way, Bdd targets) {
    return abstractor.excludes(
        Demand.start(way.block(), way.exit(), precision), next(way, targets));
  }

  private boolean excludesThrough(Bdd pathEdges, Way way, Bdd targets) {
    Bdd states = transfer.states(pathEdges, way.block().source().procedure());
    return abstractor.excludes(
        Demand.post(way.block(), way.exit(), precision), bdds.and(states, next(way, targets)));
  }

  /** The states of path edges behind a step, as NEXT. */
  private Bdd next(Way way, Bdd targets) {
    if (!(way.exit() instanceof Exit.ToCut)) {
      return bdds.all();
    }
    String procedure = way.block().source().procedure();
    return transfer.rename(
        transfer.states(targets, procedure),
        procedure,
        transfer.at(way.exit()),
        Copy.CURRENT,
        Copy.NEXT);
  }

  private boolean excludesInto(Bdd pathEdges, CutPoint.BeforeCall call, Bdd entryEdges) {
    String callee = call.callee();
    List<Predicate> predicates = precision.at(blocks.entry(callee));
    Bdd entry =
        transfer.rename(
            transfer.states(entryEdges, callee),
            callee,
            predicates,
            Copy.CURRENT,
            Copy.CALLEE_ENTRY);
    return abstractor.excludes(
        Demand.enter(call, blocks, precision),
        bdds.and(transfer.states(pathEdges, call.procedure()), entry));
  }

  private boolean excludesOver(
      Bdd pathEdges, CutPoint.BeforeCall call, Bdd exitEdges, Bdd targets) {
    String caller = call.procedure();
    Bdd behind =
        transfer.rename(
            transfer.states(targets, caller),
            caller,
            transfer.predicatesBehind(call),
            Copy.CURRENT,
            Copy.NEXT);
    Bdd inCallee = transfer.summary(exitEdges, call.callee());
    return abstractor.excludes(
        Demand.leave(call, blocks, precision),
        bdds.and(bdds.and(transfer.states(pathEdges, caller), inCallee), behind));
  }
}
