// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.environment;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Assume.Reason;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.List;

/** Writes the control flow of one procedure, statement by statement. */
final class BodyBuilder {
  private final String name;
  private final Origin origin;
  private final List<Edge> edges = new ArrayList<>();
  private final List<Variable> locals = new ArrayList<>();
  private final Location entry;
  private final Location exit;
  private Location here;
  private int ordinals = 2;

  BodyBuilder(String name, Origin origin) {
    this.name = name;
    this.origin = origin;
    this.entry = new Location(name, 0);
    this.exit = new Location(name, 1);
    this.here = entry;
  }

  Location newLocation() {
    return new Location(name, ordinals++);
  }

  Location here() {
    return here;
  }

  void continueAt(Location location) {
    here = location;
  }

  void add(Statement statement) {
    Location next = newLocation();
    go(statement, next);
    here = next;
  }

  void go(Statement statement, Location target) {
    edges.add(new Edge(here, statement, target, origin));
  }

  void goTo(Location target) {
    go(new Statement.Skip(), target);
  }

  /** Does one of these; none of them depends on anything. */
  void choose(List<Runnable> ways) {
    Location start = here;
    Location end = newLocation();
    for (Runnable way : ways) {
      here = start;
      add(new Statement.Skip());
      way.run();
      goTo(end);
    }
    here = end;
  }

  /** Does it if the pointer is not null. */
  void ifNotNull(Expr pointer, Runnable then) {
    Location start = here;
    Location end = newLocation();
    Expr isNull = Expr.Binary.of(BinaryOp.EQUAL, pointer, Expr.IntConst.of(0, pointer.type()));
    go(new Statement.Assume(isNull, Reason.MODEL), end);
    here = start;
    add(new Statement.Assume(Expr.Unary.of(UnaryOp.NOT, isNull), Reason.MODEL));
    then.run();
    goTo(end);
    here = end;
  }

  void endPath() {
    go(new Statement.Assume(Expr.IntConst.of(0, IntType.INT), Reason.MODEL), exit);
  }

  void giveBack(Statement.Return statement) {
    go(statement, exit);
  }

  Variable temporary(Type type) {
    String local = "t" + locals.size();
    Variable variable =
        new Variable(
            name + "::" + local, local, type, Variable.Kind.TEMPORARY, false, origin.range());
    locals.add(variable);
    return variable;
  }

  List<Variable> locals() {
    return locals;
  }

  Cfg cfg() {
    return new Cfg(entry, exit, edges);
  }
}
