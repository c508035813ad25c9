// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The loop-free code from one cut point to the next ones: an acyclic graph whose nodes are numbered
 * so that every arc goes from a smaller to a larger number, node 0 being the source. Compared by
 * identity.
 */
public final class Block {
  private final CutPoint source;
  private final int nodes;
  private final List<Arc> arcs;
  private final SequencedMap<Exit, Integer> exits;

  /** One step from node to node. */
  public record Arc(int from, int to, Step step) {}

  Block(CutPoint source, int nodes, List<Arc> arcs, SequencedMap<Exit, Integer> exits) {
    this.source = source;
    this.nodes = nodes;
    this.arcs = List.copyOf(arcs);
    this.exits = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(exits));
  }

  public CutPoint source() {
    return source;
  }

  public int nodes() {
    return nodes;
  }

  /** In the order of the nodes they start from. */
  public List<Arc> arcs() {
    return arcs;
  }

  /** The exits with their nodes. */
  public SequencedMap<Exit, Integer> exits() {
    return exits;
  }

  /**
   * The part of the block that some of its arcs make, which lead one after the other from its
   * source to an exit.
   */
  public Block along(List<Arc> way, Exit exit) {
    return straight(source, way.stream().map(Arc::step).toList(), exit);
  }

  /** Steps one after the other. */
  public static Block straight(CutPoint source, List<Step> steps, Exit exit) {
    List<Arc> arcs = new ArrayList<>();
    for (Step step : steps) {
      arcs.add(new Arc(arcs.size(), arcs.size() + 1, step));
    }
    SequencedMap<Exit, Integer> only = new LinkedHashMap<>();
    only.put(exit, steps.size());
    return new Block(source, steps.size() + 1, arcs, only);
  }

  @Override
  public String toString() {
    return source + " (" + arcs.size() + " arcs)";
  }
}
