// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import dev.proviso.abstraction.block.Block.Arc;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The whole program as one block: every call unfolded, the loops of each activation passed so many
 * times in all. Says nothing of what takes more; where it reaches an abort, the program does
 * (bounded model checking: Biere et al., TACAS 1999).
 */
public final class Unroller {
  private static final int MAX_ARCS = 40_000;
  private static final int MAX_DEPTH = 60;

  private final Program program;
  private final PointsTo pointsTo;
  private final int rounds;
  private final Map<String, Set<Edge>> backEdges = new HashMap<>();
  private final List<Arc> arcs = new ArrayList<>();
  private final SequencedMap<Exit, Integer> exits = new LinkedHashMap<>();
  private int nodes;
  private int frames;
  private boolean tooLarge;

  private Unroller(Program program, PointsTo pointsTo, int rounds) {
    this.program = program;
    this.pointsTo = pointsTo;
    this.rounds = rounds;
  }

  /**
   * @param rounds how often an activation may go back to the heads of its loops
   * @return empty if that is too large to be looked at, or reaches no abort
   */
  public static Optional<Block> unroll(Program program, PointsTo pointsTo, int rounds) {
    return new Unroller(program, pointsTo, rounds).unroll();
  }

  private Optional<Block> unroll() {
    Cfg cfg = cfg(program.entry());
    int start = nodes++;
    int end = nodes++;
    activation(cfg, new Frame(frames++, program.entry()), start, end, 0);
    if (tooLarge || exits.isEmpty()) {
      return Optional.empty();
    }
    Block block = Numbering.of(new CutPoint.At(cfg.entry()), nodes, leadingToExits(), exits);
    return block.exits().isEmpty() ? Optional.empty() : Optional.of(block);
  }

  /** What comes after the last chance to abort is left out. */
  private List<Arc> leadingToExits() {
    List<List<Arc>> incoming = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      incoming.add(new ArrayList<>());
    }
    arcs.forEach(a -> incoming.get(a.to()).add(a));
    boolean[] leads = new boolean[nodes];
    List<Integer> work = new ArrayList<>(exits.values());
    work.forEach(n -> leads[n] = true);
    while (!work.isEmpty()) {
      for (Arc arc : incoming.get(work.removeLast())) {
        if (!leads[arc.from()]) {
          leads[arc.from()] = true;
          work.add(arc.from());
        }
      }
    }
    return arcs.stream().filter(a -> leads[a.to()]).toList();
  }

  private Cfg cfg(String name) {
    Procedure procedure = program.procedures().get(name);
    if (procedure != null && procedure.body() instanceof Procedure.Body.Defined body) {
      return body.cfg();
    }
    throw new IllegalArgumentException(name + " has no control flow");
  }

  /** A location after so many steps back. */
  private record Place(Location location, int round) {}

  private void activation(Cfg cfg, Frame frame, int entry, int exit, int depth) {
    Set<Edge> back = backEdges.computeIfAbsent(frame.procedure(), p -> BackEdges.of(cfg));
    Map<Place, Integer> numbers = new HashMap<>();
    List<Place> work = new ArrayList<>();
    Place first = new Place(cfg.entry(), 0);
    numbers.put(first, entry);
    work.add(first);
    while (!work.isEmpty() && !tooLarge) {
      Place place = work.removeLast();
      int from = Objects.requireNonNull(numbers.get(place));
      for (Edge edge : cfg.outgoing(place.location())) {
        int round = place.round() + (back.contains(edge) ? 1 : 0);
        if (round > rounds) {
          continue;
        }
        int to;
        if (edge.target().equals(cfg.exit())) {
          to = exit;
        } else {
          Place next = new Place(edge.target(), round);
          Integer known = numbers.get(next);
          if (known == null) {
            known = nodes++;
            numbers.put(next, known);
            work.add(next);
          }
          to = known;
        }
        edge(edge, frame, from, to, depth);
      }
    }
  }

  private void arc(int from, int to, Step step) {
    arcs.add(new Arc(from, to, step));
    tooLarge |= arcs.size() > MAX_ARCS;
  }

  private void edge(Edge edge, Frame frame, int from, int to, int depth) {
    switch (edge.statement()) {
      case Statement.Call call -> call(edge, call, frame, from, to, depth);
      case Statement.Abort abort ->
          arc(
              from,
              exits.computeIfAbsent(new Exit.ToAbort(edge), e -> nodes++),
              new Step.Pass(edge, frame));
      case Statement.Assign s -> arc(from, to, new Step.Execute(edge, frame));
      case Statement.Assume s -> arc(from, to, new Step.Execute(edge, frame));
      case Statement.Return s -> arc(from, to, new Step.Execute(edge, frame));
      case Statement.Havoc s -> arc(from, to, new Step.Execute(edge, frame));
      case Statement.Allocate s -> arc(from, to, new Step.Execute(edge, frame));
      case Statement.Free s -> arc(from, to, new Step.Execute(edge, frame));
      case Statement.CopyMemory s -> arc(from, to, new Step.Execute(edge, frame));
      case Statement.FillMemory s -> arc(from, to, new Step.Execute(edge, frame));
      case Statement.Scramble s -> arc(from, to, new Step.Execute(edge, frame));
      case Statement.Skip s -> arc(from, to, new Step.Execute(edge, frame));
    }
  }

  private void call(Edge edge, Statement.Call call, Frame frame, int from, int to, int depth) {
    for (String callee : pointsTo.callees(call.callee())) {
      Procedure procedure = program.procedures().get(callee);
      if (procedure == null
          || !(procedure.body() instanceof Procedure.Body.Defined body)
          || depth >= MAX_DEPTH
          || tooLarge) {
        continue;
      }
      int chosen = from;
      if (call.callee() instanceof Callee.Indirect indirect) {
        chosen = nodes++;
        arc(from, chosen, new Step.Dispatch(edge, frame, indirect.pointer(), callee));
      }
      Frame inner = new Frame(frames++, callee);
      int entry = nodes++;
      int exit = nodes++;
      arc(chosen, entry, new Step.Enter(edge, frame, inner));
      activation(body.cfg(), inner, entry, exit, depth + 1);
      arc(exit, to, new Step.Leave(edge, frame, inner));
    }
  }

  /** The edges that lead back on a depth-first search: without them there is no cycle. */
  private static final class BackEdges {
    private BackEdges() {}

    static Set<Edge> of(Cfg cfg) {
      Set<Edge> back = new HashSet<>();
      Set<Location> open = new HashSet<>();
      Set<Location> done = new HashSet<>();
      List<Location> path = new ArrayList<>();
      Map<Location, Integer> next = new HashMap<>();
      path.add(cfg.entry());
      open.add(cfg.entry());
      while (!path.isEmpty()) {
        Location here = path.getLast();
        int index = next.merge(here, 1, Integer::sum) - 1;
        if (index >= cfg.outgoing(here).size()) {
          open.remove(here);
          done.add(here);
          path.removeLast();
          continue;
        }
        Edge edge = cfg.outgoing(here).get(index);
        if (open.contains(edge.target())) {
          back.add(edge);
        } else if (!done.contains(edge.target())) {
          open.add(edge.target());
          path.add(edge.target());
        }
      }
      return back;
    }
  }
}
