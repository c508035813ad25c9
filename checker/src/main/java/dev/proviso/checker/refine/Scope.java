// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.encode.Memory;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.VoidType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables conditions of a procedure may speak of. */
final class Scope {
  private final Program program;
  private final Memory memory;
  private final Map<String, Set<Variable>> locals = new HashMap<>();

  Scope(Program program, Memory memory) {
    this.program = program;
    this.memory = memory;
  }

  List<Variable> formals(String procedure) {
    Procedure found = program.procedures().get(procedure);
    return found == null ? List.of() : found.formals();
  }

  private Set<Variable> locals(String procedure) {
    return locals.computeIfAbsent(
        procedure,
        p -> {
          Procedure found = program.procedures().get(p);
          Set<Variable> all = new HashSet<>();
          if (found != null) {
            all.addAll(found.formals());
            all.addAll(found.locals());
            if (!(found.type().result() instanceof VoidType)) {
              all.add(memory.variables().result(p));
            }
          }
          return all;
        });
  }

  /** Those of the conditions that only speak of globals and of the procedure's own variables. */
  Set<Expr> visible(Set<Expr> conditions, String procedure) {
    Set<Expr> result = new LinkedHashSet<>();
    for (Expr condition : conditions) {
      if (condition.variables().stream().allMatch(v -> isVisible(v, procedure))) {
        result.add(condition);
      }
    }
    return result;
  }

  private boolean isVisible(Variable variable, String procedure) {
    return variable.isGlobal()
        || locals(procedure).contains(variable)
        || memory.variables().entryValues(procedure).containsValue(variable);
  }

  /**
   * For the globals that the conditions speak of and the procedure modifies: that they are as on
   * entry.
   */
  Set<Expr> unchangedGlobals(Set<Expr> conditions, String procedure, ModRef modRef) {
    Set<Expr> result = new LinkedHashSet<>();
    for (Expr condition : conditions) {
      for (Variable variable : condition.variables()) {
        if (variable.type().isScalar() && modRef.modifiedVariables(procedure).contains(variable)) {
          Variable old = memory.variables().entryValue(procedure, variable);
          result.add(
              Expr.Binary.of(
                  BinaryOp.EQUAL,
                  Expr.Read.of(LValue.Var.of(variable)),
                  Expr.Read.of(LValue.Var.of(old))));
        }
      }
    }
    return result;
  }
}
