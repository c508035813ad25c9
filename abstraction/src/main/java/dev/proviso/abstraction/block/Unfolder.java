// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Unfolds the code behind a cut point into one acyclic graph, then numbers its nodes along the
 * arcs.
 */
final class Unfolder {
  private final Blocks blocks;
  private final PointsTo pointsTo;
  private final BlockBuilder builder = new BlockBuilder();

  Unfolder(Blocks blocks, PointsTo pointsTo) {
    this.blocks = blocks;
    this.pointsTo = pointsTo;
  }

  Block unfold(CutPoint.At source) {
    Frame frame = builder.frame(source.procedure());
    Cfg cfg = blocks.cfg(source.procedure());
    Map<Location, Integer> numbers = new HashMap<>();
    int start = builder.node();
    // The source may be a cut that the block comes back to: its own number stands for leaving it
    // only.
    Set<Location> cuts = blocks.cuts(source.procedure());
    List<Location> work = new ArrayList<>();
    for (Edge edge : cfg.outgoing(source.location())) {
      edge(edge, frame, start, target(edge.target(), numbers, cuts, work));
    }
    while (!work.isEmpty()) {
      Location location = work.removeLast();
      int from = Objects.requireNonNull(numbers.get(location));
      for (Edge edge : cfg.outgoing(location)) {
        edge(edge, frame, from, target(edge.target(), numbers, cuts, work));
      }
    }
    return builder.build(source);
  }

  private int target(
      Location location, Map<Location, Integer> numbers, Set<Location> cuts, List<Location> work) {
    if (cuts.contains(location)) {
      return builder.exit(new Exit.ToCut(new CutPoint.At(location)));
    }
    Integer known = numbers.get(location);
    if (known == null) {
      known = builder.node();
      numbers.put(location, known);
      work.add(location);
    }
    return known;
  }

  private void edge(Edge edge, Frame frame, int from, int to) {
    builder.edge(edge, frame, from, to, call -> call(edge, call, frame, from, to));
  }

  private void call(Edge edge, Statement.Call call, Frame frame, int from, int to) {
    if (call.callee() instanceof Callee.Indirect && pointsTo.unresolved(call.callee())) {
      lost(edge, frame, from, "this call may reach code that is not part of the program");
    }
    for (String callee : pointsTo.callees(call.callee())) {
      switch (call.callee()) {
        case Callee.Direct d -> callee(edge, callee, frame, from, to);
        case Callee.Indirect i -> {
          int chosen = builder.node();
          builder.arc(from, chosen, new Step.Dispatch(edge, frame, i.pointer(), callee));
          callee(edge, callee, frame, chosen, to);
        }
      }
    }
  }

  private void callee(Edge edge, String callee, Frame frame, int from, int to) {
    Procedure procedure = blocks.program().procedures().get(callee);
    if (procedure == null) {
      lost(edge, frame, from, "there is no procedure " + callee);
      return;
    }
    switch (procedure.body()) {
      case Procedure.Body.Lost body ->
          lost(edge, frame, from, "the body of " + callee + " could not be read: " + body.reason());
      case Procedure.Body.Undefined body ->
          lost(edge, frame, from, callee + " has neither a body nor a model");
      case Procedure.Body.Defined body -> {
        if (blocks.isFolded(callee)) {
          fold(edge, body.cfg(), frame, builder.frame(callee), from, to);
        } else {
          int call = builder.exit(new Exit.ToCut(new CutPoint.BeforeCall(edge, callee)));
          builder.arc(from, call, new Step.Pass(edge, frame));
        }
      }
    }
  }

  private void lost(Edge edge, Frame frame, int from, String reason) {
    builder.arc(from, builder.exit(new Exit.ToLost(edge, reason)), new Step.Pass(edge, frame));
  }

  private void fold(Edge edge, Cfg cfg, Frame caller, Frame frame, int from, int to) {
    Map<Location, Integer> numbers = new HashMap<>();
    for (Location location : cfg.locations()) {
      numbers.put(location, builder.node());
    }
    builder.arc(
        from,
        Objects.requireNonNull(numbers.get(cfg.entry())),
        new Step.Enter(edge, caller, frame));
    for (Edge inner : cfg.edges()) {
      int source = Objects.requireNonNull(numbers.get(inner.source()));
      int target = Objects.requireNonNull(numbers.get(inner.target()));
      edge(inner, frame, source, target);
    }
    builder.arc(
        Objects.requireNonNull(numbers.get(cfg.exit())), to, new Step.Leave(edge, caller, frame));
  }
}
