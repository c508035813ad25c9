// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.frontend.pointsto.PointsTo;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.VoidType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What statements do to finite-valued variables that are cells of memory. A cell is known by the
 * way that leads to it: it changes where something is stored in it, where something is stored that
 * may be in it, and where the way changes, as it is another cell then.
 */
final class Stores {
  /** Every object has as much room as this, or more: see {@code AddressSpace}. */
  private static final BigInteger SPACE = BigInteger.ONE.shiftLeft(16);

  private final ValueClasses classes;
  private final FinitePlaces places;
  private final PointsTo pointsTo;
  private final Map<Statement, List<Update>> known = new IdentityHashMap<>();

  Stores(ValueClasses classes, FinitePlaces places, PointsTo pointsTo) {
    this.classes = classes;
    this.places = places;
    this.pointsTo = pointsTo;
  }

  /** What a statement does that is no call. */
  List<Update> of(Statement statement) {
    return classes.hasCells() ? known.computeIfAbsent(statement, this::find) : List.of();
  }

  private List<Update> find(Statement statement) {
    return switch (statement) {
      case Statement.Assign s -> assign(s.target(), s.value());
      case Statement.Havoc s -> assign(s.target(), null);
      case Statement.Allocate s -> allocate(s);
      case Statement.CopyMemory s -> lost(pointsTo.touched(s.destination(), s.size()));
      case Statement.FillMemory s -> lost(pointsTo.touched(s.destination(), s.size()));
      case Statement.Scramble s -> {
        Set<Region> regions = new LinkedHashSet<>();
        s.pointers().forEach(p -> regions.addAll(pointsTo.reachable(p)));
        yield lost(regions);
      }
      case Statement.Assume s -> List.of();
      case Statement.Return s -> List.of();
      case Statement.Call s -> List.of();
      case Statement.Free s -> List.of();
      case Statement.Abort s -> List.of();
      case Statement.Skip s -> List.of();
    };
  }

  /**
   * What an assignment does; parts of an object that is assigned as a whole are any value then.
   *
   * @param value null for any
   */
  List<Update> assign(LValue written, @Nullable Expr value) {
    if (!classes.hasCells()) {
      return List.of();
    }
    LValue target = places.canonical(written);
    if (!places.isInMemory(target)) {
      return redirected(target, value);
    }
    boolean isNumber = target.type().isScalar() && !(target.type() instanceof FloatType);
    MemoryPlace cell = isNumber ? places.inMemory(target) : null;
    if (cell == null && !isCell(target)) {
      return lost(pointsTo.regions(target));
    }
    Region region = pointsTo.region(target);
    List<Update> result = new ArrayList<>();
    for (FiniteVariable v : classes.inMemory(Set.of(region))) {
      update(v, target, region, isNumber ? value : null).ifPresent(result::add);
    }
    return result;
  }

  /** True of scalars that fill a cell of their region. */
  private boolean isCell(LValue target) {
    return target.type().isScalar()
        && !(target instanceof LValue.Member m && m.field().isBitField())
        && pointsTo.region(target).cellBits() == target.type().size() * 8;
  }

  private Optional<Update> update(
      FiniteVariable variable, LValue target, Region region, @Nullable Expr value) {
    MemoryPlace place = classes.memoryPlace(variable);
    if (place.wayRegions().contains(region)) {
      return Optional.of(redirected(variable, place, target, value));
    }
    if (place.place() == target) {
      return Optional.of(
          value == null ? new Update.Loses(variable) : new Update.Gets(variable, value));
    }
    Address address = Address.of(target);
    if (address != null && address.differs(place.address())) {
      return Optional.empty();
    }
    return Optional.of(
        value == null ? new Update.Loses(variable) : new Update.MayGet(variable, value));
  }

  /** A variable that is not in memory is assigned: it may be a part of ways. */
  private List<Update> redirected(LValue target, @Nullable Expr value) {
    Variable root = FinitePlaces.root(target);
    List<Update> result = new ArrayList<>();
    if (root != null) {
      for (FiniteVariable v : classes.foundThrough(root)) {
        result.add(redirected(v, classes.memoryPlace(v), target, value));
      }
    }
    return result;
  }

  /** A pointer on the way changes. */
  private Update redirected(
      FiniteVariable variable, MemoryPlace place, LValue target, @Nullable Expr value) {
    if (value == null || !isOnlyChange(place, target)) {
      return new Update.Loses(variable);
    }
    LValue source = MemoryPlace.replaced(place.place(), p -> p == target ? value : null);
    FiniteVariable other = classes.at(source);
    return other != null && isInSameRegion(place, other)
        ? new Update.Gets(variable, Expr.Read.of(source))
        : new Update.Loses(variable);
  }

  private boolean isInSameRegion(MemoryPlace place, FiniteVariable other) {
    MemoryPlace there = classes.memoryPlaceIfAny(other);
    return there != null && there.region() == place.region();
  }

  /** Whether an assignment changes, of all pointers on the way, that one alone. */
  private boolean isOnlyChange(MemoryPlace place, LValue target) {
    if (!place.way().contains(target)) {
      return false;
    }
    if (!places.isInMemory(target)) {
      Variable root = FinitePlaces.root(target);
      return place.way().stream().filter(p -> FinitePlaces.root(p) == root).count() == 1;
    }
    Region region = pointsTo.region(target);
    return region != place.region()
        && place.way().stream()
                .filter(p -> places.isInMemory(p) && pointsTo.regions(p).contains(region))
                .count()
            == 1;
  }

  /**
   * New memory is where nothing was before. Where it is zero, what a stray pointer finds there is
   * too.
   */
  private List<Update> allocate(Statement.Allocate allocate) {
    List<Update> moved = assign(allocate.target(), null);
    if (allocate.content() == Statement.Allocate.Content.ARBITRARY) {
      return moved;
    }
    Set<Region> zeroed = pointsTo.reachable(bytes(allocate.target()));
    SequencedMap<FiniteVariable, Update> result = new LinkedHashMap<>();
    for (FiniteVariable v : classes.inMemory(zeroed)) {
      MemoryPlace place = classes.memoryPlace(v);
      result.put(
          v,
          place.wayRegions().stream().anyMatch(zeroed::contains)
              ? new Update.Loses(v)
              : new Update.MayGet(v, Expr.IntConst.of(0, v.place().type())));
    }
    for (Update u : moved) {
      MemoryPlace place = classes.memoryPlace(u.variable());
      boolean isZero = zeroed.contains(place.region()) && isIn(allocate.target(), place);
      result.put(
          u.variable(),
          isZero ? new Update.Gets(u.variable(), Expr.IntConst.of(0, place.place().type())) : u);
    }
    return List.copyOf(result.values());
  }

  private static Expr bytes(LValue pointer) {
    int bits = Math.toIntExact(pointer.type().size() * 8);
    return Expr.Cast.of(Expr.Read.of(pointer), new PointerType(VoidType.VOID, bits));
  }

  /** True of a place in what a pointer, which is not in memory, points to. */
  private boolean isIn(LValue pointer, MemoryPlace place) {
    return !places.isInMemory(pointer)
        && place.way().equals(Set.of(pointer))
        && place.address().pointer() == Expr.Read.of(pointer)
        && place.address().distance().signum() >= 0
        && place.address().distance().compareTo(SPACE) < 0;
  }

  /** The regions of all parts of an object in memory. */
  Set<Region> regions(LValue object) {
    return pointsTo.regions(object);
  }

  /** Anything may be in these regions. */
  private List<Update> lost(Collection<Region> regions) {
    return classes.inMemory(regions).stream().<Update>map(Update.Loses::new).toList();
  }
}
