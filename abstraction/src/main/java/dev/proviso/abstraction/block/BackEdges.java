// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The edges that lead back on a depth-first search: each cycle has one. */
final class BackEdges {
  private BackEdges() {}

  static Set<Edge> of(Cfg cfg) {
    Set<Edge> back = new LinkedHashSet<>();
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
