// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.predicate.Predicate;
import java.util.List;

/** A transition relation that was asked for: which, and over which predicates. */
public sealed interface Demand {
  /** From the program's start through its entry's block. */
  record Start(Block block, Exit exit, List<Predicate> next) implements Demand {}

  /** Through a block. */
  record Post(Block block, Exit exit, List<Predicate> current, List<Predicate> next)
      implements Demand {}

  /** Into a callee. */
  record Enter(CutPoint.BeforeCall call, List<Predicate> current, List<Predicate> entry)
      implements Demand {}

  /** Over a call. */
  record Leave(
      CutPoint.BeforeCall call,
      List<Predicate> current,
      List<Predicate> entry,
      List<Predicate> exit,
      List<Predicate> next)
      implements Demand {}

  /**
   * What is known of a relation.
   *
   * @param relation over the copies that {@link Abstractor} says
   * @param states for which it is complete; over CURRENT and, behind a call, CALLEE_ENTRY and
   *     CALLEE_EXIT
   */
  record Answer(Bdd relation, Bdd states) {}

  /** Which predicates count at a cut point. */
  interface Tracked {
    List<Predicate> at(CutPoint cut);
  }

  static Start start(Block block, Exit exit, Tracked tracked) {
    return new Start(block, exit, at(exit, tracked));
  }

  static Post post(Block block, Exit exit, Tracked tracked) {
    return new Post(block, exit, tracked.at(block.source()), at(exit, tracked));
  }

  static Enter enter(CutPoint.BeforeCall call, Blocks blocks, Tracked tracked) {
    return new Enter(call, tracked.at(call), tracked.at(blocks.entry(call.callee())));
  }

  static Leave leave(CutPoint.BeforeCall call, Blocks blocks, Tracked tracked) {
    return new Leave(
        call,
        tracked.at(call),
        tracked.at(blocks.entry(call.callee())),
        tracked.at(blocks.exit(call.callee())),
        tracked.at(new CutPoint.At(call.edge().target())));
  }

  private static List<Predicate> at(Exit exit, Tracked tracked) {
    return exit instanceof Exit.ToCut to ? tracked.at(to.cut()) : List.of();
  }

  /** How many predicates it is about, each counted in each copy. */
  default int size() {
    return switch (this) {
      case Start d -> d.next().size();
      case Post d -> d.current().size() + d.next().size();
      case Enter d -> d.current().size() + d.entry().size();
      case Leave d -> d.current().size() + d.entry().size() + d.exit().size() + d.next().size();
    };
  }

  /** True if it is about no predicates. */
  default boolean isEmpty() {
    return size() == 0;
  }
}
