// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Assign;
import dev.proviso.frontend.program.Statement.Call;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.program.Statement.Havoc;
import dev.proviso.frontend.types.Type;
import dev.proviso.specs.weave.Reaction.Parameter;
import dev.proviso.specs.weave.Reaction.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values passed in one call, as handlers get them. */
final class Arguments {
  private final CfgEditor editor;
  private final Handlers handlers;
  private final List<Expr> values;

  Arguments(CfgEditor editor, Handlers handlers, List<Expr> values) {
    this.editor = editor;
    this.handlers = handlers;
    this.values = new ArrayList<>(values);
  }

  /** Saves those arguments that the reactions use and that may read differently later. */
  List<Statement> save(List<Reaction> reactions) {
    List<Statement> statements = new ArrayList<>();
    for (Reaction reaction : reactions) {
      for (Parameter parameter : reaction.parameters()) {
        if (parameter.source() instanceof Source.Argument argument
            && argument.number() <= values.size()) {
          int index = argument.number() - 1;
          Expr value = values.get(index);
          if (!isFixed(value)) {
            LValue saved = editor.newTemporary(value.type());
            statements.add(new Assign(saved, value));
            values.set(index, Expr.Read.of(saved));
          }
        }
      }
    }
    return statements;
  }

  private static boolean isFixed(Expr value) {
    return switch (value) {
      case Expr.IntConst e -> true;
      case Expr.FloatConst e -> true;
      case Expr.FunctionAddress e -> true;
      case Expr.AddressOf e -> e.object() instanceof LValue.Var;
      case Expr.Cast e -> isFixed(e.operand());
      case Expr.Read e ->
          e.source() instanceof LValue.Var v && v.variable().name().startsWith(CfgEditor.TEMPORARY);
      case Expr.Unary e -> false;
      case Expr.Binary e -> false;
      case Expr.Conditional e -> false;
    };
  }

  /** The call of a handler, after whatever makes its arguments. */
  List<Statement> call(Reaction reaction, @Nullable LValue result) {
    List<Statement> statements = new ArrayList<>();
    List<Expr> passed = new ArrayList<>();
    for (int i = 0; i < reaction.parameters().size(); i++) {
      Parameter parameter = reaction.parameters().get(i);
      Type type = handlers.formal(reaction, i);
      @Nullable Expr value =
          switch (parameter.source()) {
            case Source.Argument a ->
                a.number() <= values.size() ? values.get(a.number() - 1) : null;
            case Source.Result r -> result == null ? null : Expr.Read.of(result);
            case Source.Nothing n -> null;
          };
      passed.add(value == null ? arbitrary(type, statements) : converted(value, type, statements));
    }
    statements.add(new Call(null, new Callee.Direct(reaction.procedure()), passed));
    return statements;
  }

  private Expr converted(Expr value, Type type, List<Statement> statements) {
    if (value.type().equals(type)) {
      return value;
    }
    return value.type().isScalar() && type.isScalar()
        ? Expr.Cast.of(value, type)
        : arbitrary(type, statements);
  }

  private Expr arbitrary(Type type, List<Statement> statements) {
    LValue any = editor.newTemporary(type);
    statements.add(new Havoc(any, new Cause.Environment()));
    return Expr.Read.of(any);
  }
}
