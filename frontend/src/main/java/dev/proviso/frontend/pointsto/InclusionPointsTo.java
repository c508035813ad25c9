// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.Scalars.Parts;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@link Analysis} found, in regions. */
final class InclusionPointsTo implements PointsTo {
  private final Program program;
  private final World world;
  private final Query query;
  private final Regions regions;
  private final Set<Variable> escaping;
  private final Map<Targets, Called> called = new IdentityHashMap<>();
  private final Map<Targets, SequencedSet<Region>> reached = new IdentityHashMap<>();

  /** Whom a pointer calls. */
  private record Called(List<String> functions, boolean unresolved) {}

  private InclusionPointsTo(Program program, Constraints constraints) {
    this.program = program;
    this.world = constraints.world;
    this.query = new Query(constraints);
    this.regions = new Regions(world.memory);
    this.escaping = Escapes.of(program, constraints);
  }

  static InclusionPointsTo of(Program program) {
    return new InclusionPointsTo(program, Analysis.run(program));
  }

  @Override
  public void extend(Function<Variable, List<Expr>> values) {
    query.extend(values);
  }

  @Override
  public boolean keepsWalksInArrays() {
    return world.memory.arithmetic.keepsWalksInArrays();
  }

  @Override
  public Region region(LValue object) {
    if (root(object) instanceof Variable v && !world.inMemory(v)) {
      throw new IllegalArgumentException(object + " is not in memory");
    }
    Region accessed = accessed(object);
    if (accessed != null) {
      return accessed;
    }
    Parts parts = world.scalars.of(object.type());
    Targets targets = query.object(object);
    long size = Math.max(1, object.type().size());
    if (!parts.scalars().isEmpty()) {
      targets = targets.moved(new Stride(parts.scalars().getFirst().offset(), 0));
      size = parts.scalars().getFirst().type().size();
    }
    for (Cell cell : Query.cells(targets, size)) {
      Region region = regions.of(cell);
      if (region != null) {
        return region;
      }
    }
    return regions.ofUnaccessed(object);
  }

  private @Nullable Region accessed(LValue object) {
    Access access = object.type().isScalar() ? world.knownAccess(object) : null;
    return access == null ? null : regions.of(access);
  }

  private static @Nullable Variable root(LValue object) {
    return switch (object) {
      case LValue.Var v -> v.variable();
      case LValue.Deref d -> null;
      case LValue.Member m -> root(m.base());
      case LValue.Element e -> root(e.base());
    };
  }

  @Override
  public boolean isAccessible(LValue scalar) {
    if (root(scalar) instanceof Variable v && !world.inMemory(v)) {
      return false;
    }
    if (accessed(scalar) != null) {
      return true;
    }
    Targets targets = query.object(scalar);
    if (targets.places().isEmpty() || !targets.anywhere().isEmpty()) {
      return false;
    }
    Region region = region(scalar);
    long size = scalar.type().size();
    for (Place place : targets.places()) {
      if (!isWhole(place, size, region)) {
        return false;
      }
    }
    return region.cellBits() == 8 || region.cellBits() == size * 8;
  }

  private boolean isWhole(Place place, long size, Region region) {
    long start = place.position();
    long end = start;
    Set<Cell> cells = Query.cells(new Targets(Set.of(place), Set.of(), false), size);
    for (Cell cell : cells) {
      if (regions.of(cell) != region || region.cellBits() != 8 && cell.start != start) {
        return false;
      }
      end = Math.max(end, cell.end());
    }
    return cells.size() == 1 && (end >= start + size || region.cellBits() == 8 && isBytes(place));
  }

  private static boolean isBytes(Place place) {
    Shape shape = place.object.shape;
    long position = place.position();
    return shape.isCollapsed()
        || shape.arrays().stream().anyMatch(a -> a.element() == 1 && a.contains(position));
  }

  @Override
  public List<Part> parts(LValue object) {
    Targets targets = query.object(object);
    long length = object.type().size();
    List<Part> parts = new ArrayList<>();
    long next = 0;
    while (next < length) {
      Part part = part(targets, next);
      if (part == null) {
        next++;
      } else {
        parts.add(part);
        next = part.offset() + part.region().cellBits() / 8;
      }
    }
    return parts;
  }

  // The first cell that stands at that distance from where one of the objects starts.
  private @Nullable Part part(Targets targets, long distance) {
    for (Place start : targets.places()) {
      Place place = start.plus(distance);
      for (Cell cell : Query.cells(new Targets(Set.of(place), Set.of(), false), 1)) {
        Region region = regions.of(cell);
        if (region != null) {
          long inside = region.cellBits() == 8 ? 0 : place.position() - cell.start;
          return new Part(distance - inside, region);
        }
      }
    }
    return null;
  }

  @Override
  public SequencedSet<Region> regions(LValue object) {
    if (object.type().isScalar()) {
      return new LinkedHashSet<>(List.of(region(object)));
    }
    long size = object.type().size() > 0 ? object.type().size() : -1;
    return regions(query.object(object), size);
  }

  private SequencedSet<Region> regions(Targets targets, long size) {
    SequencedSet<Region> touched = new LinkedHashSet<>();
    for (Place place : targets.places()) {
      Extent.cells(place, size).stream()
          .map(regions::of)
          .filter(Objects::nonNull)
          .forEach(touched::add);
    }
    for (MemoryObject object : targets.anywhere()) {
      object.cells.values().stream()
          .map(regions::of)
          .filter(Objects::nonNull)
          .forEach(touched::add);
    }
    return touched;
  }

  @Override
  public SequencedSet<Region> touched(Expr pointer, Expr size) {
    return regions(query.value(pointer), Extent.bytes(size));
  }

  @Override
  public SequencedSet<Region> reachable(Expr pointer) {
    return Collections.unmodifiableSequencedSet(
        reached.computeIfAbsent(query.value(pointer), this::reachable));
  }

  private SequencedSet<Region> reachable(Targets targets) {
    List<Place> from = new ArrayList<>(targets.places());
    targets.anywhere().forEach(o -> from.add(o.place(0)));
    SequencedSet<Region> reached = new LinkedHashSet<>();
    for (MemoryObject object : Reach.ofPlaces(from).objects()) {
      object.cells.values().stream()
          .map(regions::of)
          .filter(Objects::nonNull)
          .forEach(reached::add);
    }
    return reached;
  }

  @Override
  public boolean pointsToExternalOnly(Expr pointer) {
    Targets targets = query.value(pointer);
    return !targets.wild()
        && targets.anywhere().isEmpty()
        && targets.places().stream().allMatch(InclusionPointsTo::isExternalStart);
  }

  private static boolean isExternalStart(Place place) {
    return place.object.thing instanceof Thing.External
        && place.position() == 0
        && place.object.shape.isExactAt(0);
  }

  @Override
  public boolean inMemory(Variable variable) {
    return world.inMemory(variable);
  }

  @Override
  public boolean escapes(Variable variable) {
    return escaping.contains(variable);
  }

  @Override
  public List<String> callees(Callee callee) {
    return switch (callee) {
      case Callee.Direct direct -> List.of(direct.procedure());
      case Callee.Indirect indirect -> called(indirect).functions();
    };
  }

  private static List<String> functions(Targets targets) {
    SequencedSet<MemoryObject> objects = new LinkedHashSet<>(targets.anywhere());
    targets.places().forEach(p -> objects.add(p.object));
    return objects.stream()
        .map(o -> o.thing)
        .filter(Thing.Function.class::isInstance)
        .map(f -> ((Thing.Function) f).procedure())
        .sorted()
        .toList();
  }

  @Override
  public boolean unresolved(Callee callee) {
    return switch (callee) {
      case Callee.Direct direct -> isUnknown(direct.procedure());
      case Callee.Indirect indirect -> called(indirect).unresolved();
    };
  }

  private Called called(Callee.Indirect callee) {
    return called.computeIfAbsent(query.value(callee.pointer()), this::called);
  }

  private Called called(Targets targets) {
    List<String> functions = functions(targets);
    boolean isExternal =
        targets.places().stream()
            .anyMatch(
                p -> p.object.thing instanceof Thing.External e && world.isExternalCode(e.type()));
    boolean unresolved =
        isExternal
            || functions.stream().anyMatch(this::isUnknown)
            || functions.isEmpty() && targets.wild();
    return new Called(functions, unresolved);
  }

  private boolean isUnknown(String name) {
    Procedure procedure = program.procedures().get(name);
    return procedure == null || !procedure.isDefined();
  }

  @Override
  public List<Region> regions() {
    return regions.all();
  }

  @Override
  public Set<Variable> variables(Region region) {
    return regions.variables(region);
  }

  /** For the tests: the program's regions by name. */
  Map<String, Region> byName() {
    return regions.byName();
  }
}
