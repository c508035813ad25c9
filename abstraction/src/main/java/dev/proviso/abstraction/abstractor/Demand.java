// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.Tracked;
import java.util.List;

/** A transition relation that was asked for: which, and over which predicates. */
public sealed interface Demand {
  /** From the program's start through its entry's block. */
  record Start(Block block, Exit exit, Tracked next) implements Demand {}

  /** Through a block. */
  record Post(Block block, Exit exit, Tracked current, Tracked next) implements Demand {}

  /** Into a callee. */
  record Enter(CutPoint.BeforeCall call, Tracked current, Tracked entry) implements Demand {}

  /** Over a call. */
  record Leave(CutPoint.BeforeCall call, Tracked current, Tracked entry, Tracked exit, Tracked next)
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
    return new Post(block, exit, precision.tracked(block.source()), at(exit, precision));
  }

  static Enter enter(CutPoint.BeforeCall call, Blocks blocks, Precision precision) {
    return new Enter(call, precision.tracked(call), precision.tracked(blocks.entry(call.callee())));
  }

  static Leave leave(CutPoint.BeforeCall call, Blocks blocks, Precision precision) {
    return new Leave(
        call,
        precision.tracked(call),
        precision.tracked(blocks.entry(call.callee())),
        precision.tracked(blocks.exit(call.callee())),
        precision.tracked(new CutPoint.At(call.edge().target())));
  }

  private static Tracked at(Exit exit, Precision precision) {
    return exit instanceof Exit.ToCut to ? precision.tracked(to.cut()) : Tracked.NOTHING;
  }

  /** The same about single predicates alone. */
  default Demand singleOnly() {
    return switch (this) {
      case Start d -> new Start(d.block(), d.exit(), d.next().singleOnly());
      case Post d -> new Post(d.block(), d.exit(), d.current().singleOnly(), d.next().singleOnly());
      case Enter d -> new Enter(d.call(), d.current().singleOnly(), d.entry().singleOnly());
      case Leave d ->
          new Leave(
              d.call(),
              d.current().singleOnly(),
              d.entry().singleOnly(),
              d.exit().singleOnly(),
              d.next().singleOnly());
    };
  }

  /** What is tracked at its ends. */
  default List<Tracked> tracked() {
    return switch (this) {
      case Start d -> List.of(d.next());
      case Post d -> List.of(d.current(), d.next());
      case Enter d -> List.of(d.current(), d.entry());
      case Leave d -> List.of(d.current(), d.entry(), d.exit(), d.next());
    };
  }

  /** How many predicates it is about, each counted in each copy. */
  default int size() {
    return tracked().stream().mapToInt(t -> t.all().size()).sum();
  }

  /** True if it is about no predicates. */
  default boolean isEmpty() {
    return size() == 0;
  }
}
