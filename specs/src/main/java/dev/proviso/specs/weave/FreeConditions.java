// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Assign;
import dev.proviso.frontend.program.Statement.Assume;
import dev.proviso.frontend.program.Statement.Call;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.program.Statement.Havoc;
import dev.proviso.frontend.program.Statement.Return;
import dev.proviso.frontend.program.Variable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a procedure of a rule so that it depends on the rule's state alone: whatever else it
 * reads is arbitrary, and arbitrary again each time; what it does beyond the state is left out.
 * This keeps every execution, and adds some.
 */
final class FreeConditions {
  private final Set<Variable> exact;
  private final Set<String> ownProcedures;
  private final CfgEditor editor;
  private Location at;

  /**
   * @param exact the variables whose values are kept, but for those that may be written through
   *     pointers
   * @param ownProcedures the procedures of the rule itself, which are called as they are
   */
  FreeConditions(Procedure procedure, Set<Variable> exact, Set<String> ownProcedures) {
    this.exact = new LinkedHashSet<>(exact);
    this.exact.removeAll(Addresses.in(procedure).variables());
    this.ownProcedures = ownProcedures;
    Procedure.Body.Defined body = (Procedure.Body.Defined) procedure.body();
    this.editor = new CfgEditor(procedure, body.cfg());
    this.at = body.cfg().entry();
  }

  Procedure rewrite() {
    for (Edge edge : editor.original().edges()) {
      at = edge.source();
      Statement statement = rewrite(edge);
      editor.add(at, statement, edge.target(), edge.origin());
    }
    return editor.finish();
  }

  private Statement rewrite(Edge edge) {
    return switch (edge.statement()) {
      case Assign s ->
          isKept(s.target()) ? new Assign(s.target(), free(s.value(), edge)) : new Statement.Skip();
      case Assume s -> new Assume(free(s.condition(), edge), s.reason());
      case Call s -> call(s, edge);
      case Return s -> s.value() == null ? s : new Return(free(s.value(), edge));
      case Havoc s -> isKept(s.target()) ? s : new Statement.Skip();
      case Statement.Allocate s -> isKept(s.target()) ? havoc(s.target()) : new Statement.Skip();
      case Statement.Free s -> new Statement.Skip();
      case Statement.CopyMemory s -> new Statement.Skip();
      case Statement.FillMemory s -> new Statement.Skip();
      case Statement.Scramble s -> new Statement.Skip();
      case Statement.Abort s -> s;
      case Statement.Skip s -> s;
    };
  }

  private Statement call(Call call, Edge edge) {
    @Nullable LValue result = call.result();
    if (call.callee() instanceof Callee.Direct callee
        && ownProcedures.contains(callee.procedure())) {
      List<Expr> arguments = call.arguments().stream().map(a -> free(a, edge)).toList();
      return new Call(result != null && isKept(result) ? result : null, callee, arguments);
    }
    return result != null && isKept(result) ? havoc(result) : new Statement.Skip();
  }

  private static Statement havoc(LValue target) {
    return new Havoc(target, new Cause.Environment());
  }

  private boolean isKept(LValue target) {
    return target instanceof LValue.Var v && exact.contains(v.variable());
  }

  private Expr free(Expr expr, Edge edge) {
    return switch (expr) {
      case Expr.IntConst e -> e;
      case Expr.FloatConst e -> e;
      case Expr.Read e -> isKept(e.source()) ? e : arbitrary(e, edge);
      case Expr.AddressOf e -> arbitrary(e, edge);
      case Expr.FunctionAddress e -> arbitrary(e, edge);
      case Expr.Unary e -> Expr.Unary.of(e.op(), free(e.operand(), edge));
      case Expr.Binary e -> Expr.Binary.of(e.op(), free(e.left(), edge), free(e.right(), edge));
      case Expr.Cast e -> Expr.Cast.of(free(e.operand(), edge), e.type());
      case Expr.Conditional e ->
          Expr.Conditional.of(
              free(e.condition(), edge), free(e.then(), edge), free(e.otherwise(), edge));
    };
  }

  private Expr arbitrary(Expr expr, Edge edge) {
    LValue any = editor.newTemporary(expr.type());
    at = editor.step(at, havoc(any), edge.origin());
    return Expr.Read.of(any);
  }
}
