// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.predicate;

import dev.proviso.abstraction.block.CutPoint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which predicates are tracked at which cut point. Immutable. */
public final class Precision {
  public static final Precision EMPTY = new Precision(Map.of());

  private final Map<CutPoint, List<Predicate>> tracked;

  private Precision(Map<CutPoint, List<Predicate>> tracked) {
    this.tracked = tracked;
  }

  /** The predicates tracked there, in the order in which they were added. */
  public List<Predicate> at(CutPoint cut) {
    return tracked.getOrDefault(cut, List.of());
  }

  /** This precision with more predicates at one cut point. */
  public Precision with(CutPoint cut, Collection<Predicate> more) {
    if (at(cut).containsAll(more)) {
      return this;
    }
    Set<Predicate> all = new LinkedHashSet<>(at(cut));
    all.addAll(more);
    Map<CutPoint, List<Predicate>> extended = new LinkedHashMap<>(tracked);
    extended.put(cut, List.copyOf(all));
    return new Precision(extended);
  }

  /** How many different predicates are tracked in all. */
  public int size() {
    return (int) tracked.values().stream().flatMap(List::stream).distinct().count();
  }

  /** How many predicates are tracked, each counted at each cut point. */
  public int entries() {
    return tracked.values().stream().mapToInt(List::size).sum();
  }

  /** The text form: each cut point, then its predicates, one a line. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    tracked.forEach(
        (cut, predicates) -> {
          out.append(cut).append('\n');
          predicates.forEach(p -> out.append("  ").append(p).append('\n'));
        });
    return out.toString();
  }

  /** The cut points where something is tracked. */
  public Set<CutPoint> cuts() {
    return tracked.keySet();
  }
}
