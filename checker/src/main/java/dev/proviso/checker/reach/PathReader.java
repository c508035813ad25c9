// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Reads a path backwards off the rings that exploration left. */
final class PathReader<P, S, C> {
  private final Pushdown<P, S, C> system;
  private final Bdds bdds;
  private final long longest;
  private final Deque<Path.Part<S, C>> parts = new ArrayDeque<>();

  PathReader(Pushdown<P, S, C> system, Bdds bdds, long longest) {
    this.system = system;
    this.bdds = bdds;
    this.longest = longest;
  }

  /** A path that ends in one of the targets, which the cause has found. */
  Path<S, C> read(Ring.Cause<P, S, C> cause, Bdd targets) {
    Bdd goal = one(targets);
    walk(cause, goal, true);
    return new Path<>(List.copyOf(parts), goal);
  }

  private Bdd one(Bdd set) {
    return bdds.and(set, bdds.cubeOf(bdds.anyCube(set)));
  }

  /** How the first of a ring's arrivals that has some of the targets got there. */
  private Found<P, S, C> first(Ring<P, S, C> ring, Bdd targets) {
    for (Ring.Arrival<P, S, C> arrival : ring.arrivals()) {
      Bdd some = bdds.and(arrival.pathEdges(), targets);
      if (!bdds.isNone(some)) {
        return new Found<>(arrival.cause(), one(some));
      }
    }
    throw new IllegalStateException("a path leads to a place that was not reached that way");
  }

  private record Found<P, S, C>(Ring.Cause<P, S, C> cause, Bdd target) {}

  /**
   * Puts the parts up to the target before those known.
   *
   * @param outermost whether to go on into the caller at a procedure's entry
   */
  private void walk(Ring.Cause<P, S, C> last, Bdd lastTarget, boolean outermost) {
    Ring.Cause<P, S, C> cause = last;
    Bdd target = lastTarget;
    while (true) {
      Found<P, S, C> before;
      switch (cause) {
        case Ring.Start<P, S, C> c -> {
          parts.addFirst(new Path.Start<>(c.step()));
          return;
        }
        case Ring.Through<P, S, C> c -> {
          before =
              first(c.before(), system.beforeThrough(c.before().pathEdges(), c.step(), target));
          parts.addFirst(new Path.Through<>(before.target(), c.step()));
        }
        case Ring.Called<P, S, C> c -> {
          if (!outermost) {
            return;
          }
          before = first(c.before(), system.beforeInto(c.before().pathEdges(), c.call(), target));
          parts.addFirst(new Path.Into<>(before.target(), c.call()));
        }
        case Ring.Returned<P, S, C> c -> before = over(c, target);
      }
      cause = before.cause();
      target = before.target();
    }
  }

  private Found<P, S, C> over(Ring.Returned<P, S, C> c, Bdd target) {
    Pushdown.Matched way =
        system.beforeOver(c.before().pathEdges(), c.call(), c.calleeExit().pathEdges(), target);
    Found<P, S, C> caller = first(c.before(), way.caller());
    if (parts.size() >= longest) {
      parts.addFirst(new Path.Over<>(caller.target(), c.call()));
    } else {
      Found<P, S, C> exit = first(c.calleeExit(), way.calleeExit());
      parts.addFirst(new Path.OutOf<>(exit.target(), c.call()));
      walk(exit.cause(), exit.target(), false);
      parts.addFirst(new Path.Into<>(caller.target(), c.call()));
    }
    return caller;
  }
}
