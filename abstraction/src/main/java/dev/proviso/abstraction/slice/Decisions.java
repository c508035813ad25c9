// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.slice;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The locations of a procedure where it is decided which edge that matters comes next: from them,
 * different ones can come first (weak control closure: Danicic, Barraclough, Harman, Howroyd, Kiss,
 * Laurence, TCS 2011). Whether any comes at all, or control stays in a loop, does not count.
 */
final class Decisions {
  private final Cfg cfg;
  private final Set<Location> observable = new HashSet<>();

  /** Where control gets to next that can be observed; null where it is more than one location. */
  private final Map<Location, @Nullable Location> next = new HashMap<>();

  private Decisions(Cfg cfg) {
    this.cfg = cfg;
  }

  /**
   * @param matters whether an edge does something that is to be told apart
   */
  static Set<Location> of(Cfg cfg, Predicate<Edge> matters) {
    Decisions decisions = new Decisions(cfg);
    decisions.observable.add(cfg.exit());
    for (Edge edge : cfg.edges()) {
      if (matters.test(edge)) {
        decisions.observable.add(edge.source());
      }
    }
    Set<Location> result = new HashSet<>();
    for (Location location : decisions.observable) {
      if (cfg.outgoing(location).size() > 1) {
        result.add(location);
      }
    }
    return decisions.close(result);
  }

  private Set<Location> close(Set<Location> result) {
    boolean more = true;
    while (more) {
      propagate();
      more = false;
      for (Location location : cfg.locations()) {
        if (parts(location)) {
          more |= observable.add(location);
          result.add(location);
        }
      }
    }
    return Collections.unmodifiableSet(result);
  }

  /** True where different edges lead to different next observations, one of them known. */
  private boolean parts(Location location) {
    Set<@Nullable Location> afterwards = new HashSet<>();
    for (Edge edge : cfg.outgoing(location)) {
      if (next.containsKey(edge.target())) {
        afterwards.add(next.get(edge.target()));
      }
    }
    return afterwards.size() > 1;
  }

  private void propagate() {
    next.clear();
    List<Location> work = new ArrayList<>();
    for (Location location : observable) {
      next.put(location, location);
      work.add(location);
    }
    while (!work.isEmpty()) {
      Location here = work.removeLast();
      Location seen = next.get(here);
      for (Edge edge : cfg.incoming(here)) {
        Location before = edge.source();
        if (observable.contains(before)) {
          continue;
        }
        if (!next.containsKey(before)) {
          next.put(before, seen);
          work.add(before);
        } else if (next.get(before) != null && !next.get(before).equals(seen)) {
          next.put(before, null);
          work.add(before);
        }
      }
    }
  }
}
