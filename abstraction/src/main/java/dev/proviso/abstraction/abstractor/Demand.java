// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.predicate.Precision;
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

  static Start start(Block block, Exit exit, Precision precision) {
    return new Start(block, exit, at(exit, precision));
  }

  static Post post(Block block, Exit exit, Precision precision) {
    return new Post(block, exit, precision.at(block.source()), at(exit, precision));
  }

  static Enter enter(CutPoint.BeforeCall call, Blocks blocks, Precision precision) {
    return new Enter(call, precision.at(call), precision.at(blocks.entry(call.callee())));
  }

  static Leave leave(CutPoint.BeforeCall call, Blocks blocks, Precision precision) {
    return new Leave(
        call,
        precision.at(call),
        precision.at(blocks.entry(call.callee())),
        precision.at(blocks.exit(call.callee())),
        precision.at(new CutPoint.At(call.edge().target())));
  }

  private static List<Predicate> at(Exit exit, Precision precision) {
    return exit instanceof Exit.ToCut to ? precision.at(to.cut()) : List.of();
  }
}
