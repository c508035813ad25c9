// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which places hold a scalar that no access touches in part: scalars that no pointer reaches, and
 * cells of memory.
 */
final class FinitePlaces {
  /** Ways through more pointers are not followed. */
  private static final int LONGEST_WAY = 3;

  private final PointsTo pointsTo;
  private final Set<Region> without;
  private final Map<LValue, Optional<MemoryPlace>> cells;
  private final Map<LValue, LValue> canonical;

  FinitePlaces(PointsTo pointsTo) {
    this(pointsTo, Set.of(), new HashMap<>(), new HashMap<>());
  }

  private FinitePlaces(
      PointsTo pointsTo,
      Set<Region> without,
      Map<LValue, Optional<MemoryPlace>> cells,
      Map<LValue, LValue> canonical) {
    this.pointsTo = pointsTo;
    this.without = without;
    this.cells = cells;
    this.canonical = canonical;
  }

  /** The same but for cells of some regions. */
  FinitePlaces without(Set<Region> regions) {
    Set<Region> all = new LinkedHashSet<>(without);
    all.addAll(regions);
    return new FinitePlaces(pointsTo, all, cells, canonical);
  }

  boolean isOne(LValue place) {
    return isNumber(place) && (isFixed(place) || inMemory(place) != null);
  }

  /** The one form of all that lead to the same cell in the same way. */
  LValue canonical(LValue place) {
    return isInMemory(place) ? canonical.computeIfAbsent(place, MemoryPlace::canonical) : place;
  }

  private static boolean isNumber(LValue place) {
    return place.type() instanceof IntType || place.type() instanceof PointerType;
  }

  /** The cell at a place in memory; null if it is none that is accessed as a whole alone. */
  @Nullable MemoryPlace inMemory(LValue place) {
    return cells
        .computeIfAbsent(canonical(place), this::find)
        .filter(c -> !without.contains(c.region()))
        .orElse(null);
  }

  private Optional<MemoryPlace> find(LValue place) {
    List<LValue> way = new ArrayList<>();
    if (!isNumber(place)
        || place instanceof LValue.Member m && m.field().isBitField()
        || !isInMemory(place)
        || !MemoryPlace.follow(place, way)
        || way.size() > LONGEST_WAY
        || !pointsTo.isAccessible(place)) {
      return Optional.empty();
    }
    Region region = pointsTo.region(place);
    Address address = Address.of(place);
    if (region.cellBits() != place.type().size() * 8 || address == null) {
      return Optional.empty();
    }
    Set<Region> wayRegions = new LinkedHashSet<>();
    for (LValue pointer : way) {
      if (isInMemory(pointer)) {
        wayRegions.addAll(pointsTo.regions(pointer));
      }
    }
    return Optional.of(
        new MemoryPlace(place, region, new LinkedHashSet<>(way), wayRegions, address));
  }

  boolean isInMemory(LValue place) {
    Variable root = root(place);
    return root == null || isInMemory(root);
  }

  boolean isInMemory(Variable variable) {
    return pointsTo.inMemory(variable);
  }

  private boolean isFixed(LValue place) {
    return switch (place) {
      case LValue.Var v -> !pointsTo.inMemory(v.variable());
      case LValue.Deref d -> false;
      case LValue.Member m ->
          !m.field().isBitField()
              && m.base().type() instanceof CompositeType c
              && !c.isUnion()
              && isFixed(m.base());
      case LValue.Element e -> e.index() instanceof Expr.IntConst && isFixed(e.base());
    };
  }

  /** The variable that a place is a part of; null where it is reached through a pointer. */
  static @Nullable Variable root(LValue place) {
    return switch (place) {
      case LValue.Var v -> v.variable();
      case LValue.Deref d -> null;
      case LValue.Member m -> root(m.base());
      case LValue.Element e -> root(e.base());
    };
  }
}
