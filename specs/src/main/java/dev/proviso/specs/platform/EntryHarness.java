// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Statement.Assume.Reason;
import dev.proviso.frontend.program.Statement.Callee;
import dev.proviso.frontend.program.Statement.Cause;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.FloatType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The harness that calls given functions once each, alone, with arbitrary arguments. It is built
 * and not written as C text: parameters may have types that have no name, or names that other units
 * use for something else.
 */
final class EntryHarness {
  /** The procedure where execution starts; no C program can define it. */
  static final String ENTRY = "proviso_harness";

  private static final String ENTER = "enter_entry_";
  private static final int ELEMENTS = 64;

  private final Program program;

  private EntryHarness(Program program) {
    this.program = program;
  }

  /**
   * @param initial functions without parameters that are called first
   * @param entries defined procedures, one of which is called
   */
  static List<Procedure> of(Program program, List<String> initial, List<String> entries) {
    EntryHarness harness = new EntryHarness(program);
    List<Procedure> procedures = new ArrayList<>();
    procedures.add(harness.start(initial, entries));
    entries.forEach(
        entry ->
            procedures.add(harness.enter(Objects.requireNonNull(program.procedures().get(entry)))));
    return procedures;
  }

  private Procedure start(List<String> initial, List<String> entries) {
    Sequence code = new Sequence(ENTRY, Origin.NONE);
    initial.forEach(f -> code.then(new Statement.Call(null, new Callee.Direct(f), List.of())));
    Variable choice = code.local("choice", IntType.INT, Variable.Kind.TEMPORARY);
    code.then(new Statement.Havoc(LValue.Var.of(choice), new Cause.Environment()));
    Expr chosen = Expr.Read.of(LValue.Var.of(choice));
    List<Sequence.Branch> branches = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Origin origin = origin(Objects.requireNonNull(program.procedures().get(entries.get(i))));
      Expr here = Expr.Binary.of(BinaryOp.EQUAL, chosen, Expr.IntConst.of(i, IntType.INT));
      Statement call =
          new Statement.Call(null, new Callee.Direct(ENTER + entries.get(i)), List.of());
      branches.add(
          new Sequence.Branch(List.of(new Statement.Assume(here, Reason.MODEL), call), origin));
    }
    code.thenOneOf(branches);
    return code.procedure(new Statement.Return(null));
  }

  private Procedure enter(Procedure entry) {
    Sequence code = new Sequence(ENTER + entry.name(), origin(entry));
    List<Expr> arguments = new ArrayList<>();
    List<Type> parameters = parameters(entry);
    for (int i = 0; i < parameters.size(); i++) {
      String name = i < entry.formals().size() ? entry.formals().get(i).name() : "p" + (i + 1);
      LValue argument = LValue.Var.of(code.local(name, parameters.get(i), Variable.Kind.LOCAL));
      arbitrary(argument, code);
      arguments.add(Expr.Read.of(argument));
    }
    if (entry.name().equals("main")
        && !arguments.isEmpty()
        && arguments.get(0).type() instanceof IntType t) {
      Expr count = Expr.Binary.of(BinaryOp.LESS_OR_EQUAL, Expr.IntConst.of(0, t), arguments.get(0));
      code.then(new Statement.Assume(count, Reason.MODEL));
    }
    FunctionType type = entry.type();
    @Nullable LValue result =
        type.result().equals(VoidType.VOID)
            ? null
            : LValue.Var.of(code.local("result", type.result(), Variable.Kind.LOCAL));
    code.then(new Statement.Call(result, new Callee.Direct(entry.name()), arguments));
    return code.procedure(new Statement.Return(null));
  }

  private static List<Type> parameters(Procedure entry) {
    return entry.type().prototyped()
        ? entry.type().parameters()
        : entry.formals().stream().map(Variable::type).toList();
  }

  /** Any value; pointers, also within structs, are null or point to objects of the environment. */
  private void arbitrary(LValue target, Sequence code) {
    boolean pointer = target.type() instanceof PointerType;
    code.then(
        new Statement.Havoc(target, pointer ? new Cause.External() : new Cause.Environment()));
    if (!pointer) {
      pointersIn(target, code);
    }
  }

  private void pointersIn(LValue target, Sequence code) {
    switch (target.type()) {
      case PointerType p -> code.then(new Statement.Havoc(target, new Cause.External()));
      case CompositeType c -> {
        // Members of a union share their bytes: all of them stay arbitrary.
        if (!c.isUnion()) {
          for (Field field : c.fields()) {
            pointersIn(LValue.Member.of(target, field), code);
          }
        }
      }
      case ArrayType a -> {
        for (long i = 0; i < Math.min(a.length(), ELEMENTS); i++) {
          Expr index = Expr.IntConst.of(i, program.target().differenceType());
          pointersIn(LValue.Element.of(target, index), code);
        }
      }
      case IntType i -> {}
      case FloatType f -> {}
      case VoidType v -> {}
      case FunctionType f -> {}
    }
  }

  private static Origin origin(Procedure entry) {
    return Origin.of(Origin.Kind.HARNESS, entry.origin().range());
  }
}
