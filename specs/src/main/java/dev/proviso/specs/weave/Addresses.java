// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what has its address taken. */
public final class Addresses {
  private final Set<String> functions = new LinkedHashSet<>();
  private final Set<Variable> variables = new LinkedHashSet<>();
  private final Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Addresses() {}

  public static Addresses in(Program program) {
    Addresses search = inInitialisers(program);
    program.procedures().values().forEach(search::visit);
    return search;
  }

  public static Addresses inInitialisers(Program program) {
    Addresses search = new Addresses();
    program.initialisers().forEach(i -> search.visit(i.value()));
    return search;
  }

  public static Addresses in(Procedure procedure) {
    Addresses search = new Addresses();
    search.visit(procedure);
    return search;
  }

  public Set<String> functions() {
    return functions;
  }

  /** The variables of which some part has its address taken. */
  public Set<Variable> variables() {
    return variables;
  }

  private void visit(Procedure procedure) {
    if (procedure.body() instanceof Procedure.Body.Defined body) {
      body.cfg().edges().stream().map(Edge::statement).forEach(this::visit);
    }
  }

  private void visit(Statement statement) {
    switch (statement) {
      case Statement.Assign s -> {
        visit(s.target());
        visit(s.value());
      }
      case Statement.Assume s -> visit(s.condition());
      case Statement.Call s -> {
        if (s.callee() instanceof Callee.Indirect callee) {
          visit(callee.pointer());
        }
        visit(s.result());
        s.arguments().forEach(this::visit);
      }
      case Statement.Return s -> visit(s.value());
      case Statement.Havoc s -> visit(s.target());
      case Statement.Allocate s -> {
        visit(s.target());
        visit(s.size());
      }
      case Statement.Free s -> visit(s.pointer());
      case Statement.CopyMemory s -> {
        visit(s.destination());
        visit(s.source());
        visit(s.size());
      }
      case Statement.FillMemory s -> {
        visit(s.destination());
        visit(s.value());
        visit(s.size());
      }
      case Statement.Scramble s -> s.pointers().forEach(this::visit);
      case Statement.Abort s -> {}
      case Statement.Skip s -> {}
    }
  }

  private void visit(@Nullable Expr expr) {
    if (expr == null || !seen.add(expr)) {
      return;
    }
    switch (expr) {
      case Expr.IntConst e -> {}
      case Expr.FloatConst e -> {}
      case Expr.Read e -> visit(e.source());
      case Expr.AddressOf e -> {
        root(e.object());
        visit(e.object());
      }
      case Expr.FunctionAddress e -> functions.add(e.procedure());
      case Expr.Unary e -> visit(e.operand());
      case Expr.Binary e -> {
        visit(e.left());
        visit(e.right());
      }
      case Expr.Cast e -> visit(e.operand());
      case Expr.Conditional e -> {
        visit(e.condition());
        visit(e.then());
        visit(e.otherwise());
      }
    }
  }

  private void visit(@Nullable LValue lvalue) {
    switch (lvalue) {
      case null -> {}
      case LValue.Var l -> {}
      case LValue.Deref l -> visit(l.pointer());
      case LValue.Member l -> visit(l.base());
      case LValue.Element l -> {
        visit(l.base());
        visit(l.index());
      }
    }
  }

  private void root(LValue object) {
    switch (object) {
      case LValue.Var l -> variables.add(l.variable());
      case LValue.Deref l -> {}
      case LValue.Member l -> root(l.base());
      case LValue.Element l -> root(l.base());
    }
  }
}
