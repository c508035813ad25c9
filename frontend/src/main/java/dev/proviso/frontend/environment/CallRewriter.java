// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.environment;

import dev.proviso.frontend.environment.EnvironmentFunction.Head;
import dev.proviso.frontend.environment.EnvironmentFunction.Kind;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts before calls of environment functions what their bodies cannot do: arguments that they have
 * no formals for, and arrays, of which a body writes the first element only.
 */
final class CallRewriter {
  private final Uses uses;
  private final Set<String> functions;
  private final Map<String, Procedure> procedures;
  private final Target target;
  private final Map<List<Object>, String> further = new HashMap<>();

  CallRewriter(
      Uses uses, List<String> functions, Map<String, Procedure> procedures, Target target) {
    this.target = target;
    this.uses = uses;
    this.functions = new HashSet<>(functions);
    this.procedures = procedures;
  }

  void rewrite() {
    for (String name : uses.first.keySet()) {
      Procedure procedure = procedures.get(name);
      if (procedure != null
          && !functions.contains(name)
          && procedure.body() instanceof Procedure.Body.Defined body) {
        List<Edge> edges = rewrite(body.cfg().edges(), body.cfg());
        if (edges.size() > body.cfg().edges().size()) {
          Cfg cfg = new Cfg(body.cfg().entry(), body.cfg().exit(), edges);
          procedures.put(name, withBody(procedure, cfg));
        }
      }
    }
  }

  static Procedure withBody(Procedure procedure, Cfg cfg) {
    return new Procedure(
        procedure.name(),
        procedure.type(),
        procedure.formals(),
        procedure.locals(),
        new Procedure.Body.Defined(cfg),
        procedure.annotations(),
        procedure.origin());
  }

  private List<Edge> rewrite(List<Edge> edges, Cfg cfg) {
    List<Edge> result = new ArrayList<>();
    int ordinal = cfg.locations().stream().mapToInt(Location::ordinal).max().orElse(0);
    for (Edge edge : edges) {
      Location from = edge.source();
      Origin origin = Origin.of(Origin.Kind.MODEL, edge.origin().range());
      for (Statement statement : before(edge)) {
        Location next = new Location(from.procedure(), ++ordinal);
        result.add(new Edge(from, statement, next, origin));
        from = next;
      }
      result.add(
          from == edge.source()
              ? edge
              : new Edge(from, edge.statement(), edge.target(), edge.origin()));
    }
    return result;
  }

  private List<Statement> before(Edge edge) {
    if (!(edge.statement() instanceof Statement.Call call)
        || !(call.callee() instanceof Callee.Direct direct)
        || !functions.contains(direct.procedure())
        || !(procedures.get(direct.procedure()) instanceof Procedure callee)
        || !callee.isDefined()) {
      return List.of();
    }
    List<Statement> statements = new ArrayList<>();
    int formals = callee.formals().size();
    for (int i = 0; i < Math.min(formals, call.arguments().size()); i++) {
      addArray(call.arguments().get(i), statements);
    }
    if (call.arguments().size() > formals) {
      List<Expr> extra = call.arguments().subList(formals, call.arguments().size());
      extra.forEach(e -> addArray(e, statements));
      String name = further(callee, extra.stream().map(Expr::type).toList());
      statements.add(new Statement.Call(null, new Callee.Direct(name), extra));
    }
    return statements;
  }

  // A pointer to an integer, float or pointer may be one to the first of many, unless it is seen to
  // be the address of one.
  private static void addArray(Expr argument, List<Statement> statements) {
    if (!(argument.type() instanceof PointerType type) || type.pointee() instanceof FunctionType) {
      return;
    }
    Expr bare = argument;
    while (bare instanceof Expr.Cast c && c.operand().type() instanceof PointerType) {
      bare = c.operand();
    }
    if (bare instanceof Expr.AddressOf a && a.object() instanceof LValue.Element e) {
      LValue array = e.base();
      boolean isPlain = array.type().size() > 0 && !ArbitraryObjects.holdsPointers(array.type());
      statements.add(
          isPlain
              ? new Statement.Havoc(array, new Statement.Cause.Environment())
              : new Statement.Scramble(List.of(argument)));
      return;
    }
    boolean isOne =
        bare instanceof Expr.AddressOf a && a.object().type().size() == type.pointee().size();
    boolean isNull = bare instanceof Expr.IntConst;
    if (type.pointee().isScalar() && type.pointee().size() > 1 && !isOne && !isNull) {
      statements.add(new Statement.Scramble(List.of(argument)));
    }
  }

  private String further(Procedure callee, List<Type> types) {
    return further.computeIfAbsent(
        List.of(callee.name(), types),
        key -> {
          String name = "further arguments " + (further.size() + 1) + " of " + callee.name();
          FunctionType type = new FunctionType(VoidType.VOID, types, false, true);
          procedures.put(
              name,
              EnvironmentFunction.of(
                  new Head(target, name, type, List.of(), callee.origin()),
                  types,
                  Kind.ONE_OBJECT));
          return name;
        });
  }
}
