// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  private final BlockBuilder builder = new BlockBuilder();
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
    int start = builder.node();
    int end = builder.node();
    activation(cfg, builder.frame(program.entry()), start, end, 0);
    if (tooLarge || !builder.hasExits()) {
      return Optional.empty();
    }
    // What comes after the last chance to abort is left out.
    builder.keepLeadingToExits();
    Block block = builder.build(new CutPoint.At(cfg.entry()));
    return block.exits().isEmpty() ? Optional.empty() : Optional.of(block);
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
            known = builder.node();
            numbers.put(next, known);
            work.add(next);
          }
          to = known;
        }
        builder.edge(edge, frame, from, to, call -> call(edge, call, frame, from, to, depth));
        tooLarge |= builder.arcs() > MAX_ARCS;
      }
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
        chosen = builder.node();
        builder.arc(from, chosen, new Step.Dispatch(edge, frame, indirect.pointer(), callee));
      }
      Frame inner = builder.frame(callee);
      int entry = builder.node();
      int exit = builder.node();
      builder.arc(chosen, entry, new Step.Enter(edge, frame, inner));
      activation(body.cfg(), inner, entry, exit, depth + 1);
      builder.arc(exit, to, new Step.Leave(edge, frame, inner));
    }
  }
}
