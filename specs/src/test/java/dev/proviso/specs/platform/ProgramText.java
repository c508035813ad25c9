// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.platform;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.program.Procedure.Body;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Field;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Programs built by hand: a bus driver's types, and procedures whose statements stand one a line.
 */
final class ProgramText {
  static final IntType INT = IntType.INT;
  static final CompositeType BUS = new CompositeType(CompositeType.Kind.STRUCT, "_BUS");
  static final FunctionType DISPATCH =
      new FunctionType(INT, List.of(pointer(BUS), pointer(INT)), false, true);
  static final FunctionType UNLOAD =
      new FunctionType(VoidType.VOID, List.of(pointer(BUS)), false, true);
  static final Field TABLE = new Field("Dispatch", new ArrayType(pointer(DISPATCH), 4), 0, 0, -1);
  static final Field ON_UNLOAD = new Field("Unload", pointer(UNLOAD), 32, 0, -1);

  static {
    BUS.complete(List.of(TABLE, ON_UNLOAD), 40, 8);
  }

  private final LinkedHashMap<String, Procedure> procedures = new LinkedHashMap<>();
  private final List<Variable> globals = new ArrayList<>();
  private final List<Program.Initialiser> initialisers = new ArrayList<>();

  static PointerType pointer(Type to) {
    return Target.LLP64.pointerTo(to);
  }

  static Annotation role(String name) {
    return new Annotation(Annotation.ROLE, List.of(name));
  }

  static SourceRange at(int line) {
    return new SourceRange("bus.c", line, 1, line, 9);
  }

  /** A function that is defined at that line; its statements follow on the next lines. */
  ProgramText define(
      int line,
      String name,
      FunctionType type,
      List<Annotation> annotations,
      Statement... statements) {
    return add(line, name, type, annotations, List.of(), statements);
  }

  ProgramText add(
      int line,
      String name,
      FunctionType type,
      List<Annotation> annotations,
      List<Variable> formals,
      Statement... statements) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < statements.length; i++) {
      Origin origin = Origin.of(Origin.Kind.USER, at(line + 1 + i));
      edges.add(new Edge(new Location(name, i), statements[i], new Location(name, i + 1), origin));
    }
    Location exit = new Location(name, statements.length);
    Body body = new Body.Defined(new Cfg(new Location(name, 0), exit, edges));
    Origin origin = Origin.of(Origin.Kind.USER, at(line));
    procedures.put(name, new Procedure(name, type, formals, List.of(), body, annotations, origin));
    return this;
  }

  ProgramText declare(int line, String name, FunctionType type, Annotation... annotations) {
    Origin origin = Origin.of(Origin.Kind.USER, at(line));
    Body body = new Body.Undefined();
    procedures.put(
        name, new Procedure(name, type, List.of(), List.of(), body, List.of(annotations), origin));
    return this;
  }

  ProgramText initialise(Variable global, LValue part, Expr value) {
    globals.add(global);
    initialisers.add(new Program.Initialiser(part, value));
    return this;
  }

  Program program() {
    return new Program(Target.LLP64, globals, initialisers, procedures, "main", List.of());
  }

  static Variable variable(String name, Type type, Variable.Kind kind) {
    return new Variable(name, name, type, kind, false, at(1));
  }

  static Expr read(Variable variable) {
    return Expr.Read.of(LValue.Var.of(variable));
  }

  static Expr constant(long value) {
    return Expr.IntConst.of(value, Target.LLP64.differenceType());
  }

  static Expr address(String function, FunctionType type) {
    return Expr.FunctionAddress.of(function, pointer(type));
  }

  /** {@code bus->Dispatch[index]}. */
  static LValue slot(Variable bus, Expr index) {
    return LValue.Element.of(LValue.Member.of(LValue.Deref.of(read(bus)), TABLE), index);
  }

  /** {@code bus->Unload}. */
  static LValue onUnload(Variable bus) {
    return LValue.Member.of(LValue.Deref.of(read(bus)), ON_UNLOAD);
  }
}
