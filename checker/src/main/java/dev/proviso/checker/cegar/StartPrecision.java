// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.predicate.FiniteTracking;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.abstraction.predicate.ValueClass;
import dev.proviso.abstraction.value.ValueClasses;
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
import java.util.Optional;

/** What every proof of a rule turns on, and so is tracked before any path asks for it. */
final class StartPrecision {
  private final Program program;
  private final Memory memory;
  private final ModRef modRef;
  private final ValueClasses classes;
  private final FiniteTracking nothing;

  /**
   * @param nothing tracks none of the classes
   */
  StartPrecision(
      Program program, Memory memory, ModRef modRef, ValueClasses classes, FiniteTracking nothing) {
    this.classes = classes;
    this.nothing = nothing;
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
    Precision result = Precision.of(nothing);
    Map<Variable, List<Predicate>> asked = new LinkedHashMap<>();
    for (Variable variable : rule.state()) {
      Optional<ValueClass> finite = classes.classOf(variable);
      if (finite.isPresent()) {
        result = result.with(finite.get());
      } else if (!memory.pointsTo().inMemory(variable)) {
        asked.put(variable, asked(variable, rule));
      }
    }
    List<Predicate> age = rule.watched() == null ? List.of() : age(rule.watched());
    for (String procedure : program.procedures().keySet()) {
      List<Predicate> predicates = new ArrayList<>();
      asked.forEach(
          (variable, conditions) -> {
            if (concerns(procedure, variable)) {
              predicates.addAll(conditions);
            }
          });
      if (rule.state().stream().anyMatch(v -> concerns(procedure, v))) {
        predicates.addAll(age);
      }
      if (!predicates.isEmpty()) {
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
