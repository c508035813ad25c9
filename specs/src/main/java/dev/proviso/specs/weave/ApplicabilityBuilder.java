// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Cfg;
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
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.program.Statement.Havoc;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Makes the program that tells whether a rule applies: its handlers alone, called in any order
 * (design.md, 4.4).
 */
final class ApplicabilityBuilder {
  private static final String MAIN = "any_events";

  private ApplicabilityBuilder() {}

  /**
   * @param woven the program with the rule's procedures and state
   * @param handlers the handlers' procedures whose events occur
   * @param own all procedures of the rule
   */
  static Program build(Program woven, Set<String> handlers, Set<String> own, List<Variable> state) {
    SequencedMap<String, Procedure> procedures = new LinkedHashMap<>();
    for (String name : own) {
      Procedure procedure = woven.procedures().get(name);
      if (procedure != null && procedure.isDefined()) {
        Set<Variable> exact = new LinkedHashSet<>(state);
        exact.addAll(procedure.locals());
        if (!handlers.contains(name)) {
          exact.addAll(procedure.formals());
        }
        procedures.put(name, new FreeConditions(procedure, exact, own).rewrite());
      }
    }
    Procedure main = main(procedures, handlers);
    procedures.put(MAIN, main);
    List<Program.Initialiser> initialisers =
        woven.initialisers().stream()
            .filter(i -> i.target() instanceof LValue.Var v && state.contains(v.variable()))
            .toList();
    return new Program(woven.target(), state, initialisers, procedures, MAIN, List.of());
  }

  /** A loop that calls any handler with any arguments, or ends. */
  private static Procedure main(SequencedMap<String, Procedure> procedures, Set<String> handlers) {
    Location loop = new Location(MAIN, 0);
    Location exit = new Location(MAIN, 1);
    CfgEditor editor = editor(loop, exit);
    LValue choice = editor.newTemporary(IntType.INT);
    Location chosen = editor.step(loop, new Havoc(choice, new Cause.Environment()), Origin.NONE);
    int number = 0;
    for (String handler : handlers) {
      Procedure procedure = procedures.get(handler);
      if (procedure == null) {
        continue;
      }
      Location at = editor.step(chosen, branch(choice, ++number), Origin.NONE);
      List<Expr> arguments = new ArrayList<>();
      for (Variable formal : procedure.formals()) {
        LValue any = editor.newTemporary(formal.type());
        at = editor.step(at, new Havoc(any, new Cause.Environment()), Origin.NONE);
        arguments.add(Expr.Read.of(any));
      }
      editor.add(at, new Call(null, new Callee.Direct(handler), arguments), loop, Origin.NONE);
    }
    editor.add(
        editor.step(chosen, branch(choice, 0), Origin.NONE),
        new Statement.Return(null),
        exit,
        Origin.NONE);
    return editor.finish();
  }

  private static CfgEditor editor(Location entry, Location exit) {
    Cfg empty =
        new Cfg(
            entry, exit, List.of(new Edge(entry, new Statement.Return(null), exit, Origin.NONE)));
    FunctionType type = new FunctionType(VoidType.VOID, List.of(), false, true);
    return new CfgEditor(
        new Procedure(
            MAIN,
            type,
            List.of(),
            List.of(),
            new Procedure.Body.Defined(empty),
            List.of(),
            Origin.NONE),
        empty);
  }

  private static Statement branch(LValue choice, int value) {
    return new Assume(
        Expr.Binary.of(BinaryOp.EQUAL, Expr.Read.of(choice), Expr.IntConst.of(value, IntType.INT)),
        Assume.Reason.BRANCH);
  }
}
