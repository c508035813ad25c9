// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.List;

/** A procedure's control flow while calls are put into it. */
final class CfgEditor {
  private final Procedure procedure;
  private final Cfg cfg;
  private final List<Edge> edges = new ArrayList<>();
  private final List<Variable> temporaries = new ArrayList<>();
  private Location entry;
  private int nextOrdinal;
  private int nextTemporary;

  CfgEditor(Procedure procedure, Cfg cfg) {
    this.procedure = procedure;
    this.cfg = cfg;
    this.entry = cfg.entry();
    this.nextOrdinal = cfg.locations().stream().mapToInt(Location::ordinal).max().orElse(0) + 1;
    this.nextTemporary =
        (int) procedure.locals().stream().filter(v -> v.name().startsWith(TEMPORARY)).count();
  }

  static final String TEMPORARY = "$value";

  Procedure procedure() {
    return procedure;
  }

  Cfg original() {
    return cfg;
  }

  Location newLocation() {
    return new Location(procedure.name(), nextOrdinal++);
  }

  LValue newTemporary(Type type) {
    String name = TEMPORARY + nextTemporary++;
    Variable variable =
        new Variable(
            procedure.name() + "::" + name,
            name,
            type,
            Variable.Kind.TEMPORARY,
            false,
            procedure.origin().range());
    temporaries.add(variable);
    return LValue.Var.of(variable);
  }

  void keep(Edge edge) {
    edges.add(edge);
  }

  void add(Location source, Statement statement, Location target, Origin origin) {
    edges.add(new Edge(source, statement, target, origin));
  }

  /** Adds a step to a new location, and gives that. */
  Location step(Location source, Statement statement, Origin origin) {
    Location target = newLocation();
    add(source, statement, target, origin);
    return target;
  }

  /** Adds steps one after the other; the last one ends at {@code target}. */
  void chain(Location source, List<Statement> statements, Location target, Origin origin) {
    Location at = source;
    for (int i = 0; i < statements.size(); i++) {
      Location next = i == statements.size() - 1 ? target : newLocation();
      add(at, statements.get(i), next, origin);
      at = next;
    }
  }

  void setEntry(Location location) {
    entry = location;
  }

  /** The procedure as edited. */
  Procedure finish() {
    List<Variable> locals = new ArrayList<>(procedure.locals());
    locals.addAll(temporaries);
    return new Procedure(
        procedure.name(),
        procedure.type(),
        procedure.formals(),
        locals,
        new Procedure.Body.Defined(new Cfg(entry, cfg.exit(), edges)),
        procedure.annotations(),
        procedure.origin());
  }
}
