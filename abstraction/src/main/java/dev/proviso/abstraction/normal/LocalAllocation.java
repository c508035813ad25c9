// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.normal;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Turns locals into objects that are allocated and reached through a pointer that is a local of its
 * own. Each activation of the procedure makes one object of each (design §4.6), however often its
 * declaration is passed. Where nobody can tell, as no pointer to it survives, each passing of the
 * declaration makes one: that is cheaper than to make its content unknown.
 */
final class LocalAllocation {
  private final Procedure procedure;
  private final Target target;
  private final Set<Variable> perActivation;
  private final Map<Variable, Variable> pointers = new LinkedHashMap<>();
  private final Map<Variable, Variable> arguments = new LinkedHashMap<>();
  private final Substitution substitution;
  private final Rewritten rewritten;

  LocalAllocation(
      Procedure procedure,
      Target target,
      Set<Variable> perActivation,
      Set<Variable> perDeclaration,
      Rewritten rewritten) {
    this.rewritten = rewritten;
    this.perActivation = perActivation;
    Set<Variable> allocated = new LinkedHashSet<>(perActivation);
    allocated.addAll(perDeclaration);
    this.procedure = procedure;
    this.target = target;
    for (Variable local : allocated) {
      pointers.put(
          local,
          copy(
              local,
              "&",
              new PointerType(local.type(), target.pointerBits()),
              Variable.Kind.TEMPORARY));
      if (local.kind() == Variable.Kind.FORMAL) {
        arguments.put(local, copy(local, "$", local.type(), Variable.Kind.FORMAL));
      }
    }
    pointers.forEach(rewritten::allocated);
    arguments.forEach(rewritten::argument);
    substitution =
        new Substitution(
            v -> {
              Variable pointer = pointers.get(v);
              return pointer == null
                  ? LValue.Var.of(v)
                  : LValue.Deref.of(Expr.Read.of(LValue.Var.of(pointer)));
            });
  }

  private static Variable copy(Variable of, String mark, Type type, Variable.Kind kind) {
    return new Variable(mark + of.id(), mark + of.name(), type, kind, false, of.declaration());
  }

  Procedure apply() {
    Cfg cfg = ((Procedure.Body.Defined) procedure.body()).cfg();
    List<Edge> edges = new ArrayList<>();
    Location entry = cfg.entry();
    int next = cfg.locations().stream().mapToInt(Location::ordinal).max().orElse(0) + 1;
    List<Edge> prologue = new ArrayList<>();
    for (Map.Entry<Variable, Variable> e : pointers.entrySet()) {
      for (Statement statement : onEntry(e.getKey(), e.getValue())) {
        prologue.add(new Edge(new Location(procedure.name(), next++), statement, entry, origin()));
      }
    }
    chained(prologue, cfg.entry()).forEach(e -> edges.add(rewritten.add(e)));
    if (!edges.isEmpty()) {
      entry = edges.getFirst().source();
    }
    for (Edge edge : cfg.edges()) {
      Statement now = statement(edge.statement());
      edges.add(
          rewritten.replace(edge, new Edge(edge.source(), now, edge.target(), edge.origin())));
    }
    return new Procedure(
        procedure.name(),
        procedure.type(),
        procedure.formals().stream().map(f -> arguments.getOrDefault(f, f)).toList(),
        locals(),
        new Procedure.Body.Defined(new Cfg(entry, cfg.exit(), edges)),
        procedure.annotations(),
        procedure.origin());
  }

  /** What is done about a local when the procedure is entered. */
  private List<Statement> onEntry(Variable local, Variable pointer) {
    Variable argument = arguments.get(local);
    if (argument != null) {
      LValue object = LValue.Deref.of(Expr.Read.of(LValue.Var.of(pointer)));
      return List.of(
          allocate(local), new Statement.Assign(object, Expr.Read.of(LValue.Var.of(argument))));
    }
    return perActivation.contains(local) ? List.of(allocate(local)) : List.of();
  }

  private static List<Edge> chained(List<Edge> edges, Location end) {
    List<Edge> result = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      Location to = i + 1 < edges.size() ? edges.get(i + 1).source() : end;
      result.add(
          new Edge(edges.get(i).source(), edges.get(i).statement(), to, edges.get(i).origin()));
    }
    return result;
  }

  private Origin origin() {
    return Origin.of(procedure.origin().kind(), procedure.origin().range());
  }

  private List<Variable> locals() {
    List<Variable> result = new ArrayList<>(procedure.locals());
    result.removeAll(pointers.keySet());
    result.addAll(pointers.values());
    return result;
  }

  private Statement allocate(Variable local) {
    Expr size = Expr.IntConst.of(Math.max(1, local.type().size()), target.sizeType());
    return new Statement.Allocate(
        LValue.Var.of(Objects.requireNonNull(pointers.get(local))),
        size,
        Statement.Allocate.Content.ARBITRARY);
  }

  private Statement.Cause cause(Statement.Cause cause) {
    return switch (cause) {
      case Statement.Cause.Unspecified c when c.usual() != null ->
          new Statement.Cause.Unspecified(substitution.expr(c.usual()));
      default -> cause;
    };
  }

  private Statement statement(Statement statement) {
    return switch (statement) {
      case Statement.Havoc s
          when s.target() instanceof LValue.Var v
              && pointers.containsKey(v.variable())
              && !perActivation.contains(v.variable())
              && s.cause() instanceof Statement.Cause.Uninitialised ->
          allocate(v.variable());
      case Statement.Havoc s ->
          new Statement.Havoc(substitution.place(s.target()), cause(s.cause()));
      case Statement.Assign s ->
          new Statement.Assign(substitution.place(s.target()), substitution.expr(s.value()));
      case Statement.Assume s -> new Statement.Assume(substitution.expr(s.condition()), s.reason());
      case Statement.Call s -> call(s);
      case Statement.Return s ->
          s.value() == null ? s : new Statement.Return(substitution.expr(s.value()));
      case Statement.Allocate s ->
          new Statement.Allocate(
              substitution.place(s.target()), substitution.expr(s.size()), s.content());
      case Statement.Free s -> new Statement.Free(substitution.expr(s.pointer()));
      case Statement.CopyMemory s ->
          new Statement.CopyMemory(
              substitution.expr(s.destination()),
              substitution.expr(s.source()),
              substitution.expr(s.size()));
      case Statement.FillMemory s ->
          new Statement.FillMemory(
              substitution.expr(s.destination()),
              substitution.expr(s.value()),
              substitution.expr(s.size()));
      case Statement.Scramble s ->
          new Statement.Scramble(s.pointers().stream().map(substitution::expr).toList());
      case Statement.Abort s -> s;
      case Statement.Skip s -> s;
    };
  }

  private Statement call(Statement.Call call) {
    Callee callee =
        switch (call.callee()) {
          case Callee.Direct c -> c;
          case Callee.Indirect c -> new Callee.Indirect(substitution.expr(c.pointer()));
        };
    LValue result = call.result();
    return new Statement.Call(
        result == null ? null : substitution.place(result),
        callee,
        call.arguments().stream().map(substitution::expr).toList());
  }
}
