// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * The control flow of one procedure. Every location is reachable from the entry along edges; the
 * exit may not be.
 */
public final class Cfg {
  private final Location entry;
  private final Location exit;
  private final List<Edge> edges;
  private final SequencedSet<Location> locations;
  private final Map<Location, List<Edge>> outgoing;
  private final Map<Location, List<Edge>> incoming;

  /**
   * @param edges in the order of the source; those not reachable from the entry are dropped
   */
  public Cfg(Location entry, Location exit, List<Edge> edges) {
    this.entry = entry;
    this.exit = exit;
    Map<Location, List<Edge>> allOutgoing = new LinkedHashMap<>();
    for (Edge edge : edges) {
      allOutgoing.computeIfAbsent(edge.source(), l -> new ArrayList<>()).add(edge);
    }
    locations = new LinkedHashSet<>();
    List<Location> work = new ArrayList<>(List.of(entry));
    while (!work.isEmpty()) {
      Location location = work.removeLast();
      if (locations.add(location)) {
        allOutgoing.getOrDefault(location, List.of()).forEach(e -> work.add(e.target()));
      }
    }
    locations.add(exit);
    this.edges = edges.stream().filter(e -> locations.contains(e.source())).toList();
    outgoing = new LinkedHashMap<>();
    incoming = new LinkedHashMap<>();
    for (Edge edge : this.edges) {
      outgoing.computeIfAbsent(edge.source(), l -> new ArrayList<>()).add(edge);
      incoming.computeIfAbsent(edge.target(), l -> new ArrayList<>()).add(edge);
    }
  }

  public Location entry() {
    return entry;
  }

  public Location exit() {
    return exit;
  }

  /** The edges in the order of the source. */
  public List<Edge> edges() {
    return edges;
  }

  public SequencedSet<Location> locations() {
    return Collections.unmodifiableSequencedSet(locations);
  }

  public List<Edge> outgoing(Location location) {
    return Collections.unmodifiableList(outgoing.getOrDefault(location, List.of()));
  }

  public List<Edge> incoming(Location location) {
    return Collections.unmodifiableList(incoming.getOrDefault(location, List.of()));
  }
}
