// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The effects of procedures, gathered callees first; procedures that call one another share theirs.
 */
final class TransitiveModRef implements ModRef {
  private final Map<String, Effects> effects = new HashMap<>();

  private TransitiveModRef() {}

  static TransitiveModRef of(Program program, PointsTo pointsTo, CallGraph calls) {
    TransitiveModRef result = new TransitiveModRef();
    EffectsOfStatements statements = new EffectsOfStatements(pointsTo);
    Map<String, Set<String>> graph = new LinkedHashMap<>();
    calls.reachable().forEach(p -> graph.put(p, calls.callees(p)));
    for (List<String> component : Components.of(graph)) {
      Effects all = new Effects();
      component.forEach(p -> result.effects.put(p, all));
      for (String name : component) {
        Procedure procedure = program.procedures().get(name);
        if (procedure != null && procedure.body() instanceof Procedure.Body.Defined body) {
          // A call writes the arguments.
          procedure.formals().stream()
              .filter(pointsTo::inMemory)
              .forEach(f -> all.modifiedRegions.addAll(pointsTo.regions(LValue.Var.of(f))));
          for (Edge edge : body.cfg().edges()) {
            statements.add(edge.statement(), all);
          }
        }
        calls.callees(name).stream()
            .map(result.effects::get)
            .filter(e -> e != all)
            .forEach(all::add);
      }
    }
    return result;
  }

  /** What is modified and read. */
  static final class Effects {
    final Set<Variable> modifiedVariables = new LinkedHashSet<>();
    final Set<Variable> readVariables = new LinkedHashSet<>();
    final Set<Region> modifiedRegions = new LinkedHashSet<>();
    final Set<Region> readRegions = new LinkedHashSet<>();
    boolean allocates;

    void add(Effects other) {
      modifiedVariables.addAll(other.modifiedVariables);
      readVariables.addAll(other.readVariables);
      modifiedRegions.addAll(other.modifiedRegions);
      readRegions.addAll(other.readRegions);
      allocates |= other.allocates;
    }
  }

  private Effects effects(String procedure) {
    return effects.getOrDefault(procedure, new Effects());
  }

  @Override
  public Set<Variable> modifiedVariables(String procedure) {
    return Collections.unmodifiableSet(effects(procedure).modifiedVariables);
  }

  @Override
  public Set<Variable> readVariables(String procedure) {
    return Collections.unmodifiableSet(effects(procedure).readVariables);
  }

  @Override
  public Set<Region> modifiedRegions(String procedure) {
    return Collections.unmodifiableSet(effects(procedure).modifiedRegions);
  }

  @Override
  public Set<Region> readRegions(String procedure) {
    return Collections.unmodifiableSet(effects(procedure).readRegions);
  }

  @Override
  public boolean allocates(String procedure) {
    return effects(procedure).allocates;
  }
}
