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
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.VoidType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Fixes the watched object before the program starts, once even where the program calls its own
 * entry again.
 */
final class Start {
  private static final String NAME = "start_watching";

  private Start() {}

  /**
   * @param place where the rule says what it watches
   */
  static Program withArbitrary(Variable watched, SourceRange place, Program program) {
    Location first = new Location(NAME, 0);
    Location second = new Location(NAME, 1);
    Location third = new Location(NAME, 2);
    Location last = new Location(NAME, 3);
    Location exit = new Location(NAME, 4);
    Origin here = Origin.of(Origin.Kind.RULE, place);
    List<Edge> edges =
        List.of(
            new Edge(
                first, new Havoc(LValue.Var.of(watched), new Cause.Environment()), second, here),
            new Edge(second, isObject(watched), third, here),
            new Edge(
                third,
                new Call(null, new Callee.Direct(program.entry()), List.of()),
                last,
                Origin.NONE),
            new Edge(last, new Statement.Return(null), exit, Origin.NONE));
    Procedure start =
        new Procedure(
            NAME,
            new FunctionType(VoidType.VOID, List.of(), false, true),
            List.of(),
            List.of(),
            new Procedure.Body.Defined(new Cfg(first, exit, edges)),
            List.of(),
            Origin.NONE);
    SequencedMap<String, Procedure> procedures = new LinkedHashMap<>(program.procedures());
    procedures.put(NAME, start);
    return Weaver.withProcedures(program, procedures, NAME);
  }

  /** Null is no object. */
  private static Statement isObject(Variable watched) {
    Expr value = Expr.Read.of(LValue.Var.of(watched));
    return new Assume(
        Expr.Binary.of(BinaryOp.NOT_EQUAL, value, Expr.IntConst.of(0, watched.type())),
        Assume.Reason.MODEL);
  }
}
