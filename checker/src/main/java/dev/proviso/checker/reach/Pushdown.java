// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.bdd.Bdd;
import java.util.List;
import java.util.Optional;

/**
 * What can be explored: places of procedures, joined by steps and calls, and the images of sets of
 * path edges along them. A path edge relates the state at a procedure's entry to one at a place in
 * it; how they are encoded is the implementation's secret.
 *
 * @param <P> places; equal ones are the same place
 * @param <S> steps inside a procedure
 * @param <C> calls
 */
public interface Pushdown<P, S, C> {
  /** What can happen at a place. */
  sealed interface Next<S, C> {
    /** One of these steps. */
    record Steps<S, C>(List<S> steps) implements Next<S, C> {
      public Steps {
        steps = List.copyOf(steps);
      }
    }

    /** A call. */
    record Call<S, C>(C call) implements Next<S, C> {}

    /** The procedure returns. */
    record Exit<S, C>(String procedure) implements Next<S, C> {}
  }

  /** The steps with which the program may start. */
  List<S> starts();

  Next<S, C> at(P place);

  /** Where a step leads; nothing where it meets the goal. */
  Optional<P> target(S step);

  String callee(C call);

  P entry(C call);

  /** Where a call returns to. */
  P behind(C call);

  /** In which order places are explored. */
  Order<P> order();

  /** Where the program gets from its start. */
  Bdd start(S step);

  /** Where path edges get by a step. */
  Bdd through(Bdd pathEdges, S step);

  /** Those path edges from which the step leads to the targets. */
  Bdd beforeThrough(Bdd pathEdges, S step, Bdd targets);

  /** The path edges at the callee's entry that a call makes. */
  Bdd into(Bdd pathEdges, C call);

  /** Those path edges from which the call makes these path edges at the callee's entry. */
  Bdd beforeInto(Bdd pathEdges, C call, Bdd entryEdges);

  /** Where path edges get over a call, by the callee's path edges at its exit. */
  Bdd over(Bdd pathEdges, C call, Bdd exitEdges);

  /** One way over a call to the targets. */
  Matched beforeOver(Bdd pathEdges, C call, Bdd exitEdges, Bdd targets);

  /**
   * Before and inside a call: path edges of the caller, and of the callee at its exit, that fit
   * together. None of either, where nothing does.
   */
  record Matched(Bdd caller, Bdd calleeExit) {}
}
