// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Assign;
import dev.proviso.frontend.program.Statement.Return;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts calls of handlers on entry to a procedure and before it returns. */
final class BodyWeaver {
  private final CfgEditor editor;
  private final Handlers handlers;
  private final List<Reaction> onEntry;
  private final List<Reaction> onExit;

  BodyWeaver(CfgEditor editor, Handlers handlers, List<Reaction> onEntry, List<Reaction> onExit) {
    this.editor = editor;
    this.handlers = handlers;
    this.onEntry = onEntry;
    this.onExit = onExit;
  }

  Procedure weave() {
    Origin origin = CallWeaver.rule(editor.procedure().origin());
    List<Expr> formals = new ArrayList<>();
    editor.procedure().formals().forEach(f -> formals.add(Expr.Read.of(LValue.Var.of(f))));
    // The body may assign to its parameters: exit handlers get the values passed in.
    Arguments arguments = new Arguments(editor, handlers, formals);
    List<Statement> first = new ArrayList<>(arguments.save(onExit));
    onEntry.forEach(r -> first.addAll(arguments.call(r, null)));
    if (!first.isEmpty()) {
      Location entry = editor.newLocation();
      editor.setEntry(entry);
      editor.chain(entry, first, editor.original().entry(), origin);
    }
    for (Edge edge : editor.original().edges()) {
      boolean leaves =
          edge.target().equals(editor.original().exit())
              && !(edge.statement() instanceof Statement.Abort);
      if (leaves && !onExit.isEmpty()) {
        leave(edge, arguments);
      } else {
        editor.keep(edge);
      }
    }
    return editor.finish();
  }

  private void leave(Edge edge, Arguments arguments) {
    Origin origin = CallWeaver.rule(edge.origin());
    Location at = edge.source();
    @Nullable LValue result = null;
    Statement leaving = edge.statement();
    if (!(leaving instanceof Return)) {
      at = editor.step(at, leaving, edge.origin());
      leaving = new Return(null);
    }
    if (leaving instanceof Return r
        && r.value() != null
        && !(r.value().type() instanceof VoidType)) {
      result = editor.newTemporary(r.value().type());
      at = editor.step(at, new Assign(result, r.value()), edge.origin());
      leaving = new Return(Expr.Read.of(result));
    }
    for (Reaction reaction : onExit) {
      for (Statement statement : arguments.call(reaction, result)) {
        at = editor.step(at, statement, origin);
      }
    }
    editor.add(at, leaving, edge.target(), edge.origin());
  }
}
