// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Operands;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which cells of memory are the same before, in and behind a call. */
final class CellsAroundCall {
  private final FiniteContext context;
  private final FinitePlaces places;
  private final Statement.Call call;
  private final Procedure callee;

  CellsAroundCall(FiniteContext context, CutPoint.BeforeCall call, Procedure callee) {
    this.context = context;
    this.places = context.classes().places();
    this.call = (Statement.Call) call.edge().statement();
    this.callee = callee;
  }

  /** The place in the caller of a cell in the callee's words, when the callee is entered. */
  Optional<LValue> atEntry(MemoryPlace cell) {
    // Passing arguments writes to memory where formals are in memory.
    Set<Region> written = new LinkedHashSet<>();
    callee.formals().stream()
        .filter(places::isInMemory)
        .forEach(f -> written.addAll(context.stores().regions(LValue.Var.of(f))));
    return isIn(cell, written) ? Optional.empty() : inCaller(cell);
  }

  private static boolean isIn(MemoryPlace cell, Set<Region> regions) {
    return regions.contains(cell.region())
        || cell.wayRegions().stream().anyMatch(regions::contains);
  }

  /** The same place with arguments for formals; empty where it speaks of other locals. */
  private Optional<LValue> inCaller(MemoryPlace cell) {
    for (Variable v : cell.place().variables()) {
      if (!v.isGlobal() && argument(v) == null) {
        return Optional.empty();
      }
    }
    return Optional.of(
        MemoryPlace.replaced(
            cell.place(), p -> p instanceof LValue.Var v ? argument(v.variable()) : null));
  }

  /** What is passed for a formal that is not in memory; null where it is none, or nothing is. */
  private @Nullable Expr argument(Variable formal) {
    int index = callee.formals().indexOf(formal);
    return index < 0 || places.isInMemory(formal)
        ? null
        : Arguments.passed(call, index, LValue.Var.of(formal));
  }

  /** Whether the callee may store in a cell, or change the way to it. */
  boolean changes(FiniteVariable variable, ModRef modRef) {
    MemoryPlace cell = context.classes().memoryPlace(variable);
    return isIn(cell, modRef.modifiedRegions(callee.name()))
        || cell.place().variables().stream()
            .anyMatch(modRef.modifiedVariables(callee.name())::contains);
  }

  /** True of values that the callee's variables, and globals, alone decide. */
  boolean isOfCallee(Expr value) {
    Variable result = context.results().resultIfAny(callee.name());
    return value.variables().stream().allMatch(v -> v.isGlobal() || v == result);
  }

  /**
   * Whether a place in the caller, behind the call, is that one in the callee at its exit: formals
   * hold then what they were given, and what was given is still where it was.
   */
  boolean isSame(FiniteVariable caller, FiniteVariable left, ModRef modRef) {
    MemoryPlace there = context.classes().memoryPlaceIfAny(left);
    if (there == null) {
      return false;
    }
    for (Variable v : there.place().variables()) {
      if (!v.isGlobal()
          && !(context.results().isConstantFormal(callee.name(), v)
              && argument(v) instanceof Expr argument
              && isKept(argument, modRef))) {
        return false;
      }
    }
    return inCaller(there).filter(caller.place()::equals).isPresent();
  }

  /** Whether an expression of the caller has the same value behind the call. */
  private boolean isKept(Expr value, ModRef modRef) {
    List<LValue> read = new ArrayList<>();
    new Operands(e -> {}, read::add).visit(value);
    for (LValue place : read) {
      if (places.isInMemory(place)) {
        Set<Region> modified = modRef.modifiedRegions(callee.name());
        if (context.stores().regions(place).stream().anyMatch(modified::contains)) {
          return false;
        }
      } else if (modRef.modifiedVariables(callee.name()).contains(FinitePlaces.root(place))) {
        return false;
      }
    }
    return true;
  }
}
