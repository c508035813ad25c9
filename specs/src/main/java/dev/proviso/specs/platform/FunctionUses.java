// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Operands;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Body;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.SourceRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which functions a pointer in a program may point to, as far as simple copies tell: through
 * locals, parameters and variables with one name, in any order. The points-to analysis needs a
 * closed program; this serves to close it.
 */
final class FunctionUses {
  /** A step of some procedure. */
  record Step(Procedure procedure, Edge edge) {}

  /**
   * What a value may be.
   *
   * @param functions by name, in the order of the program
   * @param complete false if it may be something else, too
   */
  record Values(Set<String> functions, boolean complete) {}

  private final Program program;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, SourceRange> addressTaken = new LinkedHashMap<>();

  FunctionUses(Program program) {
    this.program = program;
    for (Procedure procedure : program.procedures().values()) {
      if (procedure.body() instanceof Body.Defined body) {
        body.cfg().edges().forEach(edge -> steps.add(new Step(procedure, edge)));
      }
    }
    noteAddresses();
  }

  List<Step> steps() {
    return steps;
  }

  /** The functions whose address is taken, each with the first place. */
  Map<String, SourceRange> addressTaken() {
    return addressTaken;
  }

  /** What the value may be, read at that procedure. */
  Values of(Expr value, Procedure procedure) {
    Set<String> functions = new LinkedHashSet<>();
    boolean complete = collect(value, procedure, functions, new HashSet<>());
    return new Values(functions, complete);
  }

  private boolean collect(
      Expr value, Procedure procedure, Set<String> functions, Set<LValue> seen) {
    return switch (value) {
      case Expr.FunctionAddress f -> {
        functions.add(f.procedure());
        yield true;
      }
      case Expr.Cast c -> collect(c.operand(), procedure, functions, seen);
      case Expr.Conditional c ->
          collect(c.then(), procedure, functions, seen)
              & collect(c.otherwise(), procedure, functions, seen);
      case Expr.Read r -> !seen.add(r.source()) || stored(r.source(), procedure, functions, seen);
      case Expr.IntConst c -> c.value().signum() == 0;
      case Expr.FloatConst c -> false;
      case Expr.AddressOf a -> false;
      case Expr.Unary u -> false;
      case Expr.Binary b -> false;
    };
  }

  private boolean stored(
      LValue source, Procedure procedure, Set<String> functions, Set<LValue> seen) {
    boolean global = source.variables().stream().allMatch(Variable::isGlobal);
    boolean any = false;
    boolean complete = true;
    for (Program.Initialiser initialiser : program.initialisers()) {
      if (initialiser.target() == source) {
        any = true;
        complete &= collect(initialiser.value(), procedure, functions, seen);
      }
    }
    for (Step step : steps) {
      boolean visible = global || step.procedure() == procedure;
      if (visible
          && step.edge().statement() instanceof Statement.Assign a
          && a.target() == source) {
        any = true;
        complete &= collect(a.value(), step.procedure(), functions, seen);
      }
    }
    int formal = source instanceof LValue.Var v ? procedure.formals().indexOf(v.variable()) : -1;
    return formal >= 0 ? complete & arguments(procedure, formal, functions, seen) : complete & any;
  }

  private boolean arguments(Procedure callee, int formal, Set<String> functions, Set<LValue> seen) {
    boolean complete = !addressTaken.containsKey(callee.name());
    for (Step step : steps) {
      if (step.edge().statement() instanceof Statement.Call call
          && call.callee() instanceof Callee.Direct direct
          && direct.procedure().equals(callee.name())
          && formal < call.arguments().size()) {
        complete &= collect(call.arguments().get(formal), step.procedure(), functions, seen);
      }
    }
    return complete;
  }

  private void noteAddresses() {
    for (Program.Initialiser initialiser : program.initialisers()) {
      addresses(declaration(initialiser.target())).visit(initialiser.value());
    }
    steps.forEach(s -> addresses(s.edge().origin().range()).visit(s.edge().statement()));
  }

  private Operands addresses(SourceRange place) {
    return new Operands(
        expr -> {
          if (expr instanceof Expr.FunctionAddress f) {
            addressTaken.putIfAbsent(f.procedure(), place);
          }
        },
        object -> {});
  }

  /** Where the variable that a path starts at is declared. */
  static SourceRange declaration(LValue path) {
    return path.variables().stream()
        .findFirst()
        .map(Variable::declaration)
        .orElse(SourceRange.NONE);
  }
}
