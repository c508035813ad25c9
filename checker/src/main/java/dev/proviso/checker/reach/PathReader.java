// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads an abstract path backwards off the rings that exploration left. */
final class PathReader {
  private final Transfer transfer;
  private final Bdds bdds;

  PathReader(Transfer transfer, Bdds bdds) {
    this.transfer = transfer;
    this.bdds = bdds;
  }

  /** A path that ends in one of the targets, which the cause has found. */
  AbstractPath read(Ring.Cause cause, Bdd targets) {
    Deque<AbstractPath.Part> parts = new ArrayDeque<>();
    walk(cause, one(targets), true, parts);
    return new AbstractPath(List.copyOf(parts));
  }

  private Bdd one(Bdd set) {
    return bdds.and(set, bdds.cubeOf(bdds.anyCube(set)));
  }

  /**
   * Puts the parts up to the target before those given.
   *
   * @param outermost whether to go on into the caller at a procedure's entry
   */
  private void walk(
      Ring.Cause last, Bdd lastTarget, boolean outermost, Deque<AbstractPath.Part> parts) {
    Ring.Cause cause = last;
    Bdd target = lastTarget;
    while (true) {
      switch (cause) {
        case Ring.Start c -> {
          parts.addFirst(new AbstractPath.Through(c.block(), c.exit()));
          return;
        }
        case Ring.Through c -> {
          parts.addFirst(new AbstractPath.Through(c.block(), c.exit()));
          target = one(transfer.beforeThrough(c.before().pathEdges(), c.block(), c.exit(), target));
          cause = c.before().cause();
        }
        case Ring.Call c -> {
          if (!outermost) {
            return;
          }
          parts.addFirst(new AbstractPath.Into(c.call()));
          target = one(transfer.beforeInto(c.before().pathEdges(), c.call(), target));
          cause = c.before().cause();
        }
        case Ring.Return c -> {
          parts.addFirst(new AbstractPath.OutOf(c.call()));
          Transfer.Matched way =
              transfer.beforeOver(
                  c.before().pathEdges(), c.call(), c.calleeExit().pathEdges(), target);
          walk(c.calleeExit().cause(), one(way.calleeExit()), false, parts);
          parts.addFirst(new AbstractPath.Into(c.call()));
          target = one(way.caller());
          cause = c.before().cause();
        }
      }
    }
  }
}
