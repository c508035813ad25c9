// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.block.Step;
import dev.proviso.abstraction.encode.AddressSpace;
import dev.proviso.abstraction.encode.Memory;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.VoidType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The conditions before a step that decide those behind it. */
final class Preconditions {
  private final Program program;
  private final Memory memory;
  private final Assignments assignments;

  Preconditions(Program program, Memory memory) {
    this.program = program;
    this.memory = memory;
    this.assignments = new Assignments(memory.pointsTo(), program.target().pointerBits());
  }

  /**
   * @param relevant false if the refutation does not need what the step does: then what it assigns
   *     is unknown, what it assumes nothing
   */
  Set<Expr> before(Step step, Set<Expr> behind, boolean relevant) {
    return switch (step) {
      case Step.Execute s -> statement(s, behind, relevant);
      case Step.Dispatch s -> {
        Expr callee = Expr.FunctionAddress.of(s.callee(), (PointerType) s.pointer().type());
        yield relevant
            ? with(behind, Simplifier.binary(BinaryOp.EQUAL, s.pointer(), callee))
            : behind;
      }
      case Step.Enter s ->
          enter((Statement.Call) s.edge().statement(), s.callee().procedure(), behind);
      case Step.Leave s ->
          leave((Statement.Call) s.edge().statement(), s.callee().procedure(), behind);
      case Step.Pass s -> behind;
    };
  }

  private static Set<Expr> with(Set<Expr> conditions, Expr more) {
    Set<Expr> result = new LinkedHashSet<>(conditions);
    result.addAll(Conditions.atoms(more));
    return result;
  }

  private Set<Expr> statement(Step.Execute step, Set<Expr> behind, boolean relevant) {
    return switch (step.edge().statement()) {
      case Statement.Assume s -> relevant ? with(behind, s.condition()) : behind;
      case Statement.Assign s ->
          assign(behind, s.target(), relevant ? Optional.of(s.value()) : Optional.empty());
      case Statement.Return s when s.value() != null -> {
        LValue result = LValue.Var.of(memory.variables().result(step.frame().procedure()));
        yield assign(behind, result, relevant ? Optional.of(s.value()) : Optional.empty());
      }
      case Statement.Havoc s -> assign(behind, s.target(), Optional.empty());
      case Statement.Allocate s -> allocate(s, behind);
      case Statement.CopyMemory s -> overwrite(s.destination(), behind);
      case Statement.FillMemory s -> overwrite(s.destination(), behind);
      case Statement.Scramble s -> {
        Set<Expr> result = behind;
        for (Expr pointer : s.pointers()) {
          result = overwrite(pointer, result);
        }
        yield result;
      }
      case Statement.Return s -> behind;
      case Statement.Free s -> behind;
      case Statement.Skip s -> behind;
      case Statement.Abort s -> behind;
      case Statement.Call s -> throw new IllegalStateException("calls are unfolded");
    };
  }

  private Set<Expr> each(Set<Expr> behind, Function<Expr, Set<Expr>> before) {
    Set<Expr> result = new LinkedHashSet<>();
    for (Expr condition : behind) {
      for (Expr pre : before.apply(condition)) {
        result.addAll(Conditions.atoms(pre));
      }
    }
    return result;
  }

  private Set<Expr> assign(Set<Expr> behind, LValue target, Optional<Expr> value) {
    return each(behind, c -> assignments.before(c, target, value));
  }

  private Set<Expr> allocate(Statement.Allocate s, Set<Expr> behind) {
    AddressSpace addresses = memory.addresses();
    LValue top = LValue.Var.of(addresses.allocationTop());
    Expr old = Expr.Read.of(top);
    Optional<Expr> next =
        s.size() instanceof Expr.IntConst size
            ? Optional.of(
                Simplifier.binary(
                    BinaryOp.ADD, old, Expr.IntConst.of(addresses.space(size.value()), top.type())))
            : Optional.empty();
    // target = top; top = next: backwards, top first.
    Set<Expr> beforeTop = assign(behind, top, next);
    return assign(beforeTop, s.target(), Optional.of(Simplifier.cast(old, s.target().type())));
  }

  /** What is read from memory that is overwritten in a way not looked into. */
  private Set<Expr> overwrite(Expr pointer, Set<Expr> behind) {
    var regions = memory.pointsTo().reachable(pointer);
    return each(behind, c -> Reads.anyIn(c, regions, memory.pointsTo()) ? Set.of() : Set.of(c));
  }

  /** Conditions of the caller, before a call, for those of the callee at its entry. */
  Set<Expr> enter(Statement.Call call, String callee, Set<Expr> behind) {
    Set<Expr> result = behind;
    List<Variable> formals = procedure(callee).formals();
    for (int i = 0; i < formals.size(); i++) {
      LValue formal = LValue.Var.of(formals.get(i));
      Optional<Expr> argument =
          i < call.arguments().size()
              ? Optional.of(converted(call.arguments().get(i), formal))
              : Optional.empty();
      result = assign(result, formal, argument);
    }
    return result;
  }

  private static Expr converted(Expr value, LValue target) {
    return value.type().isScalar() && target.type().isScalar()
        ? Simplifier.cast(value, target.type())
        : value;
  }

  /** Conditions at a callee's exit, of its result and of the caller, for those behind the call. */
  Set<Expr> leave(Statement.Call call, String callee, Set<Expr> behind) {
    LValue target = call.result();
    if (target == null) {
      return behind;
    }
    if (procedure(callee).type().result() instanceof VoidType) {
      return assign(behind, target, Optional.empty());
    }
    Expr result = Expr.Read.of(LValue.Var.of(memory.variables().result(callee)));
    return assign(behind, target, Optional.of(converted(result, target)));
  }

  private Procedure procedure(String name) {
    Procedure procedure = program.procedures().get(name);
    if (procedure == null) {
      throw new IllegalArgumentException("no procedure " + name);
    }
    return procedure;
  }
}
