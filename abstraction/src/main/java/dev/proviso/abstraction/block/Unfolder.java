// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import dev.proviso.abstraction.block.Block.Arc;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Unfolds the code behind a cut point into one acyclic graph, then numbers its nodes along the
 * arcs.
 */
final class Unfolder {
  private final Blocks blocks;
  private final PointsTo pointsTo;
  private final List<Arc> arcs = new ArrayList<>();
  private final SequencedMap<Exit, Integer> exits = new LinkedHashMap<>();
  private int nodes;
  private int frames;

  Unfolder(Blocks blocks, PointsTo pointsTo) {
    this.blocks = blocks;
    this.pointsTo = pointsTo;
  }

  Block unfold(CutPoint.At source) {
    Frame frame = newFrame(source.procedure());
    Cfg cfg = blocks.cfg(source.procedure());
    Map<Location, Integer> numbers = new HashMap<>();
    int start = nodes++;
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
    return Numbering.of(source, nodes, arcs, exits);
  }

  private int target(
      Location location, Map<Location, Integer> numbers, Set<Location> cuts, List<Location> work) {
    if (cuts.contains(location)) {
      return exit(new Exit.ToCut(new CutPoint.At(location)));
    }
    Integer known = numbers.get(location);
    if (known == null) {
      known = nodes++;
      numbers.put(location, known);
      work.add(location);
    }
    return known;
  }

  private int exit(Exit exit) {
    return exits.computeIfAbsent(exit, e -> nodes++);
  }

  private Frame newFrame(String procedure) {
    return new Frame(frames++, procedure);
  }

  private void arc(int from, int to, Step step) {
    arcs.add(new Arc(from, to, step));
  }

  private void edge(Edge edge, Frame frame, int from, int to) {
    switch (edge.statement()) {
      case Statement.Call call -> call(edge, call, frame, from, to);
      case Statement.Abort abort ->
          arc(from, exit(new Exit.ToAbort(edge)), new Step.Pass(edge, frame));
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

  private void call(Edge edge, Statement.Call call, Frame frame, int from, int to) {
    if (pointsTo.unresolved(call.callee())) {
      lost(edge, frame, from, "this call may reach code that is not part of the program");
    }
    for (String callee : pointsTo.callees(call.callee())) {
      switch (call.callee()) {
        case Callee.Direct d -> callee(edge, callee, frame, from, to);
        case Callee.Indirect i -> {
          int chosen = nodes++;
          arc(from, chosen, new Step.Dispatch(edge, frame, i.pointer(), callee));
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
          fold(edge, body.cfg(), frame, newFrame(callee), from, to);
        } else {
          int call = exit(new Exit.ToCut(new CutPoint.BeforeCall(edge, callee)));
          arc(from, call, new Step.Pass(edge, frame));
        }
      }
    }
  }

  private void lost(Edge edge, Frame frame, int from, String reason) {
    arc(from, exit(new Exit.ToLost(edge, reason)), new Step.Pass(edge, frame));
  }

  private void fold(Edge edge, Cfg cfg, Frame caller, Frame frame, int from, int to) {
    Map<Location, Integer> numbers = new HashMap<>();
    for (Location location : cfg.locations()) {
      numbers.put(location, nodes++);
    }
    arc(
        from,
        Objects.requireNonNull(numbers.get(cfg.entry())),
        new Step.Enter(edge, caller, frame));
    for (Edge inner : cfg.edges()) {
      int source = Objects.requireNonNull(numbers.get(inner.source()));
      int target = Objects.requireNonNull(numbers.get(inner.target()));
      edge(inner, frame, source, target);
    }
    arc(Objects.requireNonNull(numbers.get(cfg.exit())), to, new Step.Leave(edge, caller, frame));
  }
}
