// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.predicate;

import dev.proviso.abstraction.block.CutPoint;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is tracked at which cut point: finite-valued variables, by the bits of what they hold, and
 * single predicates. Immutable.
 */
public final class Precision {
  public static final Precision EMPTY = new Precision(FiniteTracking.NONE, Map.of(), Map.of());

  private final FiniteTracking finite;
  private final Map<String, List<Predicate>> everywhere;
  private final Map<CutPoint, List<Predicate>> tracked;
  private final Map<CutPoint, Tracked> known = new HashMap<>();
  private final Map<CutPoint, List<Predicate>> all = new HashMap<>();

  private Precision(
      FiniteTracking finite,
      Map<String, List<Predicate>> everywhere,
      Map<CutPoint, List<Predicate>> tracked) {
    this.finite = finite;
    this.everywhere = everywhere;
    this.tracked = tracked;
  }

  /** Nothing but these classes is tracked. */
  public static Precision of(FiniteTracking finite) {
    return new Precision(finite, Map.of(), Map.of());
  }

  /** All predicates tracked there: the bits of finite-valued variables, then the single ones. */
  public List<Predicate> at(CutPoint cut) {
    return all.computeIfAbsent(cut, c -> List.copyOf(tracked(c).all()));
  }

  /** What is tracked there. */
  public Tracked tracked(CutPoint cut) {
    return known.computeIfAbsent(
        cut,
        c -> {
          Set<Predicate> bits = new LinkedHashSet<>();
          finite.at(c).forEach(v -> bits.addAll(v.bits()));
          return new Tracked(
              finite.at(c), single(c).stream().filter(p -> !bits.contains(p)).toList());
        });
  }

  /** The single predicates tracked there, in the order in which they were added. */
  private List<Predicate> single(CutPoint cut) {
    List<Predicate> here = tracked.get(cut);
    return here == null ? everywhere(cut.procedure()) : here;
  }

  /** Which classes of variables are tracked. */
  public FiniteTracking finite() {
    return finite;
  }

  /** This precision with one more class of variables, wherever they are in scope. */
  public Precision with(ValueClass more) {
    return new Precision(finite.with(more), everywhere, tracked);
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
    return new Precision(finite, extended, tracked);
  }

  /** This precision with more predicates at one cut point. */
  public Precision with(CutPoint cut, Collection<Predicate> more) {
    if (at(cut).containsAll(more)) {
      return this;
    }
    Set<Predicate> here = new LinkedHashSet<>(single(cut));
    more.stream().filter(p -> !at(cut).contains(p)).forEach(here::add);
    Map<CutPoint, List<Predicate>> extended = new LinkedHashMap<>(tracked);
    extended.put(cut, List.copyOf(here));
    return new Precision(finite, everywhere, extended);
  }

  /** How many different single predicates, and finite-valued variables, are tracked in all. */
  public int size() {
    int variables = finite.classes().stream().mapToInt(c -> c.variables().size()).sum();
    return variables
        + (int)
            Stream.concat(tracked.values().stream(), everywhere.values().stream())
                .flatMap(List::stream)
                .distinct()
                .count();
  }

  /**
   * How many classes and predicates are tracked, each predicate counted at each cut point; those of
   * whole procedures where there are others too.
   */
  public int entries() {
    return finite.classes().size() + tracked.values().stream().mapToInt(List::size).sum();
  }

  /**
   * The text form: the finite-valued variables; each procedure, then each cut point, then its
   * predicates, one a line.
   */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    finite.classes().forEach(c -> c.variables().forEach(v -> out.append(v).append('\n')));
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
