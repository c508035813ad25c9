// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.List;

/**
 * A procedure {@code void f(void)} in the making: one statement after the other, and alternatives
 * that meet again.
 */
final class Sequence {
  private final String name;
  private final Origin origin;
  private final List<Variable> locals = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private int count = 1;
  private Location here;

  /** One alternative, with a place of its own. */
  record Branch(List<Statement> statements, Origin origin) {}

  Sequence(String name, Origin origin) {
    this.name = name;
    this.origin = origin;
    this.here = new Location(name, 0);
  }

  Variable local(String variable, Type type, Variable.Kind kind) {
    Variable local =
        new Variable(name + "::" + variable, variable, type, kind, false, origin.range());
    locals.add(local);
    return local;
  }

  void then(Statement statement) {
    step(statement, origin, next());
  }

  /** Any of the alternatives; each is at least one statement. */
  void thenOneOf(List<Branch> branches) {
    Location from = here;
    Location join = next();
    for (Branch branch : branches) {
      here = from;
      List<Statement> statements = branch.statements();
      for (Statement statement : statements.subList(0, statements.size() - 1)) {
        step(statement, branch.origin(), next());
      }
      step(statements.getLast(), branch.origin(), join);
    }
    here = join;
  }

  Procedure procedure(Statement.Return last) {
    Location exit = next();
    step(last, origin, exit);
    FunctionType type = new FunctionType(VoidType.VOID, List.of(), false, true);
    Cfg cfg = new Cfg(new Location(name, 0), exit, edges);
    return new Procedure(
        name, type, List.of(), locals, new Procedure.Body.Defined(cfg), List.of(), origin);
  }

  private Location next() {
    return new Location(name, count++);
  }

  private void step(Statement statement, Origin at, Location to) {
    edges.add(new Edge(here, statement, to, at));
    here = to;
  }
}
