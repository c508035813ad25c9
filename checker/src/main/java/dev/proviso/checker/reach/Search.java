// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One exploration of a pushdown system, by path edges and summary edges. */
public final class Search<P, S, C> {
  private final Pushdown<P, S, C> system;
  private final Bdds bdds;
  private final long longest;
  private final Map<P, Bdd> reached = new LinkedHashMap<>();
  private final Map<String, List<Ring<P, S, C>>> exits = new LinkedHashMap<>();
  private final Map<String, List<CallRing<P, S, C>>> calls = new LinkedHashMap<>();
  private final Agenda<P, S, C> agenda;

  private record CallRing<P, S, C>(Ring<P, S, C> ring, C call) {}

  /**
   * @param longest how many parts a path may have before calls in it that returned are told as one
   *     part
   */
  public Search(Pushdown<P, S, C> system, Bdds bdds, long longest) {
    this.system = system;
    this.bdds = bdds;
    this.longest = longest;
    agenda = Agenda.in(system.order(), bdds);
  }

  /** What was reached so far: path edges by place. */
  public Map<P, Bdd> reached() {
    return reached;
  }

  /** Explores until the goal is met; the path there, or nothing where it cannot be reached. */
  public Optional<Path<S, C>> run() {
    for (S step : system.starts()) {
      Optional<Path<S, C>> found = arrive(step, system.start(step), new Ring.Start<>(step));
      if (found.isPresent()) {
        return found;
      }
    }
    while (!agenda.isEmpty()) {
      Ring<P, S, C> ring = agenda.remove();
      switch (system.at(ring.place())) {
        case Pushdown.Next.Exit<S, C> exit -> exit(ring, exit.procedure());
        case Pushdown.Next.Call<S, C> call -> call(ring, call.call());
        case Pushdown.Next.Steps<S, C> steps -> {
          Optional<Path<S, C>> found = through(ring, steps.steps());
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Path<S, C>> through(Ring<P, S, C> ring, List<S> steps) {
    for (S step : steps) {
      Bdd image = system.through(ring.pathEdges(), step);
      Optional<Path<S, C>> found = arrive(step, image, new Ring.Through<>(ring, step));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Path<S, C>> arrive(S step, Bdd pathEdges, Ring.Cause<P, S, C> cause) {
    if (bdds.isNone(pathEdges)) {
      return Optional.empty();
    }
    Optional<P> target = system.target(step);
    if (target.isEmpty()) {
      return Optional.of(new PathReader<>(system, bdds, longest).read(cause, pathEdges));
    }
    add(target.get(), pathEdges, cause);
    return Optional.empty();
  }

  private void add(P place, Bdd pathEdges, Ring.Cause<P, S, C> cause) {
    Bdd known = reached.getOrDefault(place, bdds.none());
    Bdd more = bdds.minus(pathEdges, known);
    if (!bdds.isNone(more)) {
      reached.put(place, bdds.or(known, more));
      agenda.add(place, new Ring.Arrival<>(more, cause));
    }
  }

  private void call(Ring<P, S, C> ring, C call) {
    String callee = system.callee(call);
    CallRing<P, S, C> caller = new CallRing<>(ring, call);
    calls.computeIfAbsent(callee, c -> new ArrayList<>()).add(caller);
    Bdd entered = system.into(ring.pathEdges(), call);
    if (!bdds.isNone(entered)) {
      add(system.entry(call), entered, new Ring.Called<>(ring, call));
    }
    for (Ring<P, S, C> exit : List.copyOf(exits.getOrDefault(callee, List.of()))) {
      leave(caller, exit);
    }
  }

  private void exit(Ring<P, S, C> ring, String procedure) {
    exits.computeIfAbsent(procedure, p -> new ArrayList<>()).add(ring);
    for (CallRing<P, S, C> caller : List.copyOf(calls.getOrDefault(procedure, List.of()))) {
      leave(caller, ring);
    }
  }

  private void leave(CallRing<P, S, C> caller, Ring<P, S, C> exit) {
    Bdd image = system.over(caller.ring().pathEdges(), caller.call(), exit.pathEdges());
    add(
        system.behind(caller.call()),
        image,
        new Ring.Returned<>(caller.ring(), caller.call(), exit));
  }
}
