// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

import dev.proviso.frontend.program.Statement.Callee;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text form of programs: C-like, one edge a line. The golden-test form. */
public final class Printer {
  private Printer() {}

  public static String print(Program program) {
    StringBuilder out = new StringBuilder();
    program
        .globals()
        .forEach(
            g -> out.append("global ").append(g.id()).append(" : ").append(g.type()).append('\n'));
    program
        .initialisers()
        .forEach(
            i ->
                out.append("init ")
                    .append(i.target())
                    .append(" = ")
                    .append(i.value())
                    .append('\n'));
    program.procedures().values().forEach(p -> out.append('\n').append(print(p)));
    return out.toString();
  }

  public static String print(Procedure procedure) {
    StringBuilder out = new StringBuilder();
    String formals =
        procedure.formals().stream()
            .map(f -> f.type() + " " + f.name())
            .collect(Collectors.joining(", "));
    out.append(procedure.type().result())
        .append(' ')
        .append(procedure.name())
        .append('(')
        .append(formals)
        .append(')');
    switch (procedure.body()) {
      case Procedure.Body.Undefined u -> out.append(";\n");
      case Procedure.Body.Lost l -> out.append("; // lost: ").append(l.reason()).append('\n');
      case Procedure.Body.Defined d -> {
        out.append(" { // entry ").append(d.cfg().entry().ordinal());
        out.append(", exit ").append(d.cfg().exit().ordinal()).append('\n');
        d.cfg().edges().forEach(e -> out.append("  ").append(e).append('\n'));
        out.append("}\n");
      }
    }
    return out.toString();
  }

  public static String print(Statement statement) {
    return switch (statement) {
      case Statement.Assign s -> s.target() + " = " + s.value();
      case Statement.Assume s -> "assume " + s.condition();
      case Statement.Call s -> call(s);
      case Statement.Return s -> s.value() == null ? "return" : "return " + s.value();
      case Statement.Havoc s -> s.target() + " = *";
      case Statement.Allocate s -> s.target() + " = new(" + s.size() + ")";
      case Statement.Free s -> "free(" + s.pointer() + ")";
      case Statement.CopyMemory s ->
          "copy(" + s.destination() + ", " + s.source() + ", " + s.size() + ")";
      case Statement.FillMemory s ->
          "fill(" + s.destination() + ", " + s.value() + ", " + s.size() + ")";
      case Statement.Scramble s -> "scramble" + list(s.pointers());
      case Statement.Abort s -> "abort \"" + s.message() + "\"";
      case Statement.Skip s -> "skip";
    };
  }

  private static String call(Statement.Call call) {
    @Nullable LValue result = call.result();
    String callee =
        switch (call.callee()) {
          case Callee.Direct d -> d.procedure();
          case Callee.Indirect i -> "(*" + i.pointer() + ")";
        };
    return (result == null ? "" : result + " = ") + callee + list(call.arguments());
  }

  private static String list(List<Expr> exprs) {
    return exprs.stream().map(Expr::toString).collect(Collectors.joining(", ", "(", ")"));
  }

  public static String print(Expr expr) {
    return switch (expr) {
      case Expr.IntConst e -> e.value().toString();
      case Expr.FloatConst e -> e.value();
      case Expr.Read e -> print(e.source());
      case Expr.AddressOf e -> "&" + print(e.object());
      case Expr.FunctionAddress e -> "&" + e.procedure();
      case Expr.Unary e -> e.op().spelling() + print(e.operand());
      case Expr.Binary e ->
          "(" + print(e.left()) + " " + e.op().spelling() + " " + print(e.right()) + ")";
      case Expr.Cast e -> "(" + e.type() + ")" + print(e.operand());
      case Expr.Conditional e ->
          "(" + print(e.condition()) + " ? " + print(e.then()) + " : " + print(e.otherwise()) + ")";
    };
  }

  public static String print(LValue lvalue) {
    return switch (lvalue) {
      case LValue.Var l -> l.variable().id();
      case LValue.Deref l -> "*" + print(l.pointer());
      case LValue.Member l when l.base() instanceof LValue.Deref d ->
          print(d.pointer()) + "->" + l.field().name();
      case LValue.Member l -> print(l.base()) + "." + l.field().name();
      case LValue.Element l -> print(l.base()) + "[" + print(l.index()) + "]";
    };
  }
}
