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
import dev.proviso.specs.weave.WovenProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * What the rule's state is, wherever it is read or changed: its value where there are few, what
   * the rule asks of it where there are many; and of the watched object whether it is there at all,
   * is allocated already, or next.
   */
  Precision of(WovenProgram rule) {
    Map<Variable, List<Predicate>> domains = new LinkedHashMap<>();
    for (Variable variable : rule.state()) {
      if (!memory.pointsTo().inMemory(variable)) {
        List<Predicate> values = FiniteDomain.of(variable, program);
        domains.put(variable, values.isEmpty() ? asked(variable, rule) : values);
      }
    }
    List<Predicate> age = rule.watched() == null ? List.of() : age(rule.watched());
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

  /** The rule's conditions on this variable, and on no other than its state. */
  private static List<Predicate> asked(Variable variable, WovenProgram rule) {
    return rule.seeds().stream()
        .filter(c -> c.variables().contains(variable) && rule.state().containsAll(c.variables()))
        .flatMap(c -> Predicate.of(c).stream())
        .toList();
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
