// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import dev.proviso.abstraction.block.Block.Arc;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A block in the making: nodes and arcs in any order, the first node being the source. */
final class BlockBuilder {
  private final List<Arc> arcs = new ArrayList<>();
  private final SequencedMap<Exit, Integer> exits = new LinkedHashMap<>();
  private int nodes;
  private int frames;

  /** What to do at a call. */
  interface OnCall {
    void at(Statement.Call call);
  }

  int node() {
    return nodes++;
  }

  /** The node of an exit: one and the same each time. */
  int exit(Exit exit) {
    return exits.computeIfAbsent(exit, e -> node());
  }

  boolean hasExits() {
    return !exits.isEmpty();
  }

  Frame frame(String procedure) {
    return new Frame(frames++, procedure);
  }

  void arc(int from, int to, Step step) {
    arcs.add(new Arc(from, to, step));
  }

  int arcs() {
    return arcs.size();
  }

  /** The arc of an edge: the statement is executed, an abort leaves the block. */
  void edge(Edge edge, Frame frame, int from, int to, OnCall onCall) {
    switch (edge.statement()) {
      case Statement.Call call -> onCall.at(call);
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

  /** Drops the arcs that do not lead to an exit. */
  void keepLeadingToExits() {
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
    arcs.removeIf(a -> !leads[a.to()]);
  }

  /** Numbers the nodes that the source reaches in topological order; drops the others. */
  Block build(CutPoint source) {
    List<List<Arc>> outgoing = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      outgoing.add(new ArrayList<>());
    }
    arcs.forEach(a -> outgoing.get(a.from()).add(a));
    int[] order = TopologicalOrder.of(outgoing);
    List<Arc> numbered = new ArrayList<>();
    for (Arc arc : arcs) {
      if (order[arc.from()] >= 0) {
        numbered.add(new Arc(order[arc.from()], order[arc.to()], arc.step()));
      }
    }
    numbered.sort(Comparator.comparingInt(Arc::from));
    SequencedMap<Exit, Integer> reached = new LinkedHashMap<>();
    exits.forEach(
        (exit, node) -> {
          if (order[node] >= 0) {
            reached.put(exit, order[node]);
          }
        });
    int count = 0;
    for (int number : order) {
      count = Math.max(count, number + 1);
    }
    return new Block(source, count, numbered, reached);
  }
}
