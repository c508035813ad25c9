// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.predicate;

import dev.proviso.abstraction.block.CutPoint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which predicates are tracked at which cut point. Immutable. */
public final class Precision {
  public static final Precision EMPTY = new Precision(Map.of(), Map.of());

  private final Map<String, List<Predicate>> everywhere;
  private final Map<CutPoint, List<Predicate>> tracked;

  private Precision(
      Map<String, List<Predicate>> everywhere, Map<CutPoint, List<Predicate>> tracked) {
    this.everywhere = everywhere;
    this.tracked = tracked;
  }

  /** The predicates tracked there, in the order in which they were added. */
  public List<Predicate> at(CutPoint cut) {
    List<Predicate> known = tracked.get(cut);
    return known == null ? everywhere(cut.procedure()) : known;
  }

  private List<Predicate> everywhere(String procedure) {
    return everywhere.getOrDefault(procedure, List.of());
  }

  /**
   * This precision with predicates that are tracked at all cut points of a procedure; to be asked
   * before any are added at single ones.
   */
  public Precision with(String procedure, Collection<Predicate> predicates) {
    if (!tracked.isEmpty()) {
      throw new IllegalStateException("single cut points have predicates already");
    }
    Map<String, List<Predicate>> extended = new LinkedHashMap<>(everywhere);
    extended.put(procedure, List.copyOf(new LinkedHashSet<>(predicates)));
    return new Precision(extended, tracked);
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
    return new Precision(everywhere, extended);
  }

  /** How many different predicates are tracked in all. */
  public int size() {
    return (int)
        Stream.concat(tracked.values().stream(), everywhere.values().stream())
            .flatMap(List::stream)
            .distinct()
            .count();
  }

  /**
   * How many predicates are tracked, each counted at each cut point; those of whole procedures
   * where there are others too.
   */
  public int entries() {
    return tracked.values().stream().mapToInt(List::size).sum();
  }

  /** The text form: each procedure, then each cut point, then its predicates, one a line. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    everywhere.forEach(
        (procedure, predicates) -> {
          out.append(procedure).append('\n');
          predicates.forEach(p -> out.append("  ").append(p).append('\n'));
        });
    tracked.forEach(
        (cut, predicates) -> {
          out.append(cut).append('\n');
          predicates.forEach(p -> out.append("  ").append(p).append('\n'));
        });
    return out.toString();
  }

  /** The cut points where more is tracked than in the whole procedure. */
  public Set<CutPoint> cuts() {
    return tracked.keySet();
  }
}
