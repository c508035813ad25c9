// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.predicate.FiniteDomain;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.PointerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every proof of a rule turns on, and so is tracked before any path asks for it. */
final class StartPrecision {
  private final Program program;
  private final Memory memory;
  private final ModRef modRef;

  StartPrecision(Program program, Memory memory, ModRef modRef) {
    this.program = program;
    this.memory = memory;
    this.modRef = modRef;
  }

  /**
   * What the rule's state is, wherever it is read or changed; and of the watched object whether it
   * is there at all, is allocated already, or next.
   */
  Precision of(List<Variable> state, @Nullable Variable watched) {
    Map<Variable, List<Predicate>> domains = new LinkedHashMap<>();
    for (Variable variable : state) {
      if (!memory.pointsTo().inMemory(variable)) {
        domains.put(variable, FiniteDomain.of(variable, program));
      }
    }
    List<Predicate> age = watched == null ? List.of() : age(watched);
    Precision result = Precision.EMPTY;
    for (String procedure : program.procedures().keySet()) {
      List<Predicate> predicates = new ArrayList<>();
      domains.forEach(
          (variable, values) -> {
            if (concerns(procedure, variable)) {
              predicates.addAll(values);
            }
          });
      if (!predicates.isEmpty()) {
        predicates.addAll(age);
        result = result.with(procedure, predicates);
      }
    }
    return result;
  }

  private boolean concerns(String procedure, Variable variable) {
    return modRef.modifiedVariables(procedure).contains(variable)
        || modRef.readVariables(procedure).contains(variable);
  }

  private List<Predicate> age(Variable watched) {
    if (!(watched.type() instanceof PointerType) || memory.pointsTo().inMemory(watched)) {
      return List.of();
    }
    Expr next = Expr.Read.of(LValue.Var.of(memory.addresses().allocationTop()));
    Expr object = Expr.Cast.of(Expr.Read.of(LValue.Var.of(watched)), next.type());
    Expr none = Expr.IntConst.of(0, next.type());
    List<Predicate> result = new ArrayList<>();
    Predicate.of(Expr.Binary.of(BinaryOp.EQUAL, object, none)).ifPresent(result::add);
    Predicate.of(Expr.Binary.of(BinaryOp.LESS, object, next)).ifPresent(result::add);
    Predicate.of(Expr.Binary.of(BinaryOp.EQUAL, object, next)).ifPresent(result::add);
    return result;
  }
}
