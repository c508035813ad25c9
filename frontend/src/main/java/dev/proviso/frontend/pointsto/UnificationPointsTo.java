// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.Memory.Place;
import dev.proviso.frontend.pointsto.Node.Thing;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/** What {@link Analysis} found, in regions. */
final class UnificationPointsTo implements PointsTo {
  private final Program program;
  private final Constraints constraints;
  private final Regions regions;
  private final Set<Variable> escaping;

  private UnificationPointsTo(Program program, Constraints constraints) {
    this.program = program;
    this.constraints = constraints;
    this.regions = new Regions(constraints.memory);
    this.escaping = Escapes.of(program, constraints);
  }

  static UnificationPointsTo of(Program program) {
    return new UnificationPointsTo(program, Analysis.run(program));
  }

  @Override
  public Region region(LValue object) {
    Place place = constraints.place(object);
    constraints.memory.solve();
    if (place.root().isInternal) {
      throw new IllegalArgumentException(object + " is not in memory");
    }
    return regions.at(place, constraints.scalars.of(object.type()));
  }

  @Override
  public boolean isAccessible(LValue scalar) {
    Place place = constraints.place(scalar);
    constraints.memory.solve();
    return !place.root().isInternal && regions.isWhole(place, scalar.type().size());
  }

  @Override
  public List<Part> parts(LValue object) {
    Place place = constraints.place(object);
    constraints.memory.solve();
    return regions.parts(place, object.type().size());
  }

  @Override
  public SequencedSet<Region> regions(LValue object) {
    if (object.type().isScalar()) {
      return new LinkedHashSet<>(List.of(region(object)));
    }
    Place place = constraints.place(object);
    constraints.memory.solve();
    SequencedSet<Region> touched = new LinkedHashSet<>();
    long size = object.type().size() > 0 ? object.type().size() : -1;
    Copying.cellsFrom(place, size).forEach(c -> regions.addTo(touched, c));
    return touched;
  }

  @Override
  public SequencedSet<Region> touched(Expr pointer, Expr size) {
    SequencedSet<Region> touched = new LinkedHashSet<>();
    Value value = constraints.value(pointer);
    constraints.memory.solve();
    if (constraints.memory.hasTarget(value)) {
      Place place = constraints.memory.target(value);
      Copying.cellsFrom(place, Copying.bytes(size)).forEach(c -> regions.addTo(touched, c));
    }
    return touched;
  }

  @Override
  public SequencedSet<Region> reachable(Expr pointer) {
    Value value = constraints.value(pointer);
    constraints.memory.solve();
    SequencedSet<Region> reached = new LinkedHashSet<>();
    for (Node node : Scrambling.reachable(constraints.memory, List.of(value))) {
      node.cells.values().forEach(c -> regions.addTo(reached, c));
    }
    return reached;
  }

  @Override
  public boolean pointsToExternalOnly(Expr pointer) {
    Value value = constraints.value(pointer);
    constraints.memory.solve();
    if (value.root().wild) {
      return false;
    }
    if (!constraints.memory.hasTarget(value)) {
      return true;
    }
    Place place = constraints.memory.target(value);
    Node node = place.root();
    return !node.externalCode
        && node.shape.isExactAt(place.position())
        && node.objects.stream()
            .allMatch(o -> o.thing() instanceof Thing.External && o.offset() == place.position());
  }

  @Override
  public boolean inMemory(Variable variable) {
    return constraints.inMemory(variable);
  }

  @Override
  public boolean escapes(Variable variable) {
    return escaping.contains(variable);
  }

  @Override
  public List<String> callees(Callee callee) {
    return switch (callee) {
      case Callee.Direct direct -> List.of(direct.procedure());
      case Callee.Indirect indirect -> functions(indirect.pointer());
    };
  }

  private List<String> functions(Expr pointer) {
    Value value = constraints.value(pointer);
    constraints.memory.solve();
    return constraints.memory.hasTarget(value) ? constraints.memory.target(value).root().functions() : List.of();
  }

  @Override
  public boolean unresolved(Callee callee) {
    if (callees(callee).stream().anyMatch(this::isUnknown)) {
      return true;
    }
    if (!(callee instanceof Callee.Indirect indirect)) {
      return false;
    }
    Value value = constraints.value(indirect.pointer());
    boolean isExternal =
        constraints.memory.hasTarget(value) && constraints.memory.target(value).root().externalCode;
    return isExternal || functions(indirect.pointer()).isEmpty() && value.root().wild;
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
