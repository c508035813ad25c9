// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Assume;
import dev.proviso.frontend.program.Statement.Call;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.specs.weave.Reaction.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts calls of handlers around the calls of one procedure. */
final class CallWeaver {
  private final Program program;
  private final Planner planner;
  private final CfgEditor editor;

  CallWeaver(Program program, Planner planner, CfgEditor editor) {
    this.program = program;
    this.planner = planner;
    this.editor = editor;
  }

  void weave() {
    for (Edge edge : editor.original().edges()) {
      switch (edge.statement() instanceof Call call ? call.callee() : null) {
        case null -> editor.keep(edge);
        case Callee.Direct callee -> direct(edge, (Call) edge.statement(), callee.procedure());
        case Callee.Indirect callee -> indirect(edge, (Call) edge.statement(), callee);
      }
    }
  }

  private void direct(Edge edge, Call call, String function) {
    CallPlan plan = planner.plan(editor.procedure(), edge.origin().kind(), function);
    if (plan.isEmpty()) {
      editor.keep(edge);
    } else {
      around(edge.source(), call, resultOf(function, call), plan, edge.target(), edge.origin());
    }
  }

  /**
   * One branch for each function with reactions that the pointer may point to, and one for all
   * others.
   */
  private void indirect(Edge edge, Call call, Callee.Indirect callee) {
    Expr pointer = callee.pointer();
    FunctionType type = (FunctionType) ((PointerType) pointer.type()).pointee();
    Map<String, CallPlan> plans =
        planner.planIndirect(
            editor.procedure(), edge.origin().kind(), callee, call.arguments().size());
    if (plans.isEmpty()) {
      editor.keep(edge);
      return;
    }
    Location otherwise = edge.source();
    for (Map.Entry<String, CallPlan> entry : plans.entrySet()) {
      String function = entry.getKey();
      Expr address = Expr.FunctionAddress.of(function, (PointerType) pointer.type());
      Origin here = rule(edge.origin());
      Location branch = editor.step(otherwise, branch(BinaryOp.EQUAL, pointer, address), here);
      boolean sameType = callee(function).type().equals(type);
      Call known =
          sameType ? new Call(call.result(), new Callee.Direct(function), call.arguments()) : call;
      around(
          branch, known, resultOf(function, call), entry.getValue(), edge.target(), edge.origin());
      otherwise = editor.step(otherwise, branch(BinaryOp.NOT_EQUAL, pointer, address), here);
    }
    editor.add(otherwise, call, edge.target(), edge.origin());
  }

  private static Statement branch(BinaryOp op, Expr pointer, Expr address) {
    return new Assume(Expr.Binary.of(op, pointer, address), Assume.Reason.BRANCH);
  }

  /** Only functions of the program have reactions. */
  private Procedure callee(String function) {
    return Objects.requireNonNull(program.procedures().get(function), function);
  }

  private Type resultOf(String function, Call call) {
    return call.result() == null ? callee(function).type().result() : call.result().type();
  }

  /**
   * Values that reactions after the call need are saved before it: the callee may change what the
   * arguments were read from. The result reaches its place after them, as it may be what their
   * paths start at.
   */
  private void around(
      Location source, Call call, Type resultType, CallPlan plan, Location target, Origin origin) {
    Origin inserted = rule(origin);
    Arguments arguments = new Arguments(editor, new Handlers(program), call.arguments());
    Location at = source;
    for (Statement saving : arguments.save(plan.after())) {
      at = editor.step(at, saving, inserted);
    }
    for (Reaction reaction : plan.before()) {
      for (Statement statement : arguments.call(reaction, null)) {
        at = editor.step(at, statement, inserted);
      }
    }
    List<Statement> rest = new ArrayList<>();
    @Nullable LValue result = call.result();
    boolean needsResult =
        plan.after().stream()
            .anyMatch(
                r -> r.parameters().stream().anyMatch(p -> p.source() instanceof Source.Result));
    if (!needsResult) {
      at = plan.after().isEmpty() ? at : editor.step(at, call, origin);
    } else {
      result = editor.newTemporary(resultType);
      at = editor.step(at, new Call(result, call.callee(), call.arguments()), origin);
    }
    for (Reaction reaction : plan.after()) {
      rest.addAll(arguments.call(reaction, result));
    }
    if (plan.after().isEmpty()) {
      editor.add(at, call, target, origin);
      return;
    }
    if (needsResult && call.result() != null && result != null) {
      rest.add(new Statement.Assign(call.result(), Expr.Read.of(result)));
    }
    editor.chain(at, rest, target, inserted);
  }

  /** An inserted step belongs to the rule, and stands where the event does. */
  static Origin rule(Origin origin) {
    return new Origin(Origin.Kind.RULE, origin.range(), origin.expansions(), null);
  }

  Procedure finish() {
    return editor.finish();
  }
}
