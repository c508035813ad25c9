// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import dev.proviso.abstraction.block.Block.Arc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Makes a block of nodes and arcs in any order. */
final class Numbering {
  private Numbering() {}

  /** Numbers the nodes that the source, node 0, reaches in topological order; drops the others. */
  static Block of(CutPoint source, int nodes, List<Arc> arcs, SequencedMap<Exit, Integer> exits) {
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
