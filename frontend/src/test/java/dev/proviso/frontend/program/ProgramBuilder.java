// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.program;

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
import java.util.SequencedMap;

/** Builds small programs by hand, for tests. */
public final class ProgramBuilder {
  private final List<Variable> globals = new ArrayList<>();
  private final List<Program.Initialiser> initialisers = new ArrayList<>();
  private final SequencedMap<String, Procedure> procedures = new LinkedHashMap<>();

  public static PointerType pointer(Type pointee) {
    return Target.LP64.pointerTo(pointee);
  }

  public static Field field(String name, Type type, long offset) {
    return new Field(name, type, offset, 0, -1);
  }

  /** A struct with naturally laid out members, given as name, type, name, type, … */
  public static CompositeType struct(String tag, Object... members) {
    return complete(new CompositeType(CompositeType.Kind.STRUCT, tag), members);
  }

  public static CompositeType complete(CompositeType type, Object... members) {
    List<Field> fields = new ArrayList<>();
    long size = 0;
    long alignment = 1;
    for (int i = 0; i < members.length; i += 2) {
      Type member = (Type) members[i + 1];
      long offset =
          type.isUnion()
              ? 0
              : (size + member.alignment() - 1) / member.alignment() * member.alignment();
      fields.add(field((String) members[i], member, offset));
      size = Math.max(size, offset + member.size());
      alignment = Math.max(alignment, member.alignment());
    }
    type.complete(fields, (size + alignment - 1) / alignment * alignment, alignment);
    return type;
  }

  public Variable global(String name, Type type) {
    Variable variable = variable(name, name, type, Variable.Kind.GLOBAL);
    globals.add(variable);
    return variable;
  }

  private static Variable variable(String id, String name, Type type, Variable.Kind kind) {
    return new Variable(id, name, type, kind, false, SourceRange.NONE);
  }

  public void initialise(LValue target, Expr value) {
    initialisers.add(new Program.Initialiser(target, value));
  }

  public Body procedure(String name, Type result) {
    return new Body(name, result);
  }

  public void declare(String name, Type result, Type... parameters) {
    FunctionType type = new FunctionType(result, List.of(parameters), false, true);
    procedures.put(
        name,
        new Procedure(
            name,
            type,
            List.of(),
            List.of(),
            new Procedure.Body.Undefined(),
            List.of(),
            Origin.NONE));
  }

  public Program build(String entry) {
    return new Program(Target.LP64, globals, initialisers, procedures, entry, List.of());
  }

  /** A procedure of which statements follow one another. */
  public final class Body {
    private final String name;
    private final Type result;
    private final List<Variable> formals = new ArrayList<>();
    private final List<Variable> locals = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    private Body(String name, Type result) {
      this.name = name;
      this.result = result;
    }

    public Variable formal(String local, Type type) {
      Variable variable = variable(name + "::" + local, local, type, Variable.Kind.FORMAL);
      formals.add(variable);
      return variable;
    }

    public Variable local(String local, Type type) {
      Variable variable = variable(name + "::" + local, local, type, Variable.Kind.LOCAL);
      locals.add(variable);
      return variable;
    }

    public Body add(Statement statement) {
      int at = edges.size();
      Location source = new Location(name, at);
      edges.add(
          new Edge(
              source,
              statement,
              new Location(name, at + 1),
              Origin.of(Origin.Kind.USER, place(at))));
      return this;
    }

    private SourceRange place(int at) {
      return new SourceRange(name + ".c", at + 1, 1, at + 1, 1);
    }

    public Body set(LValue target, Expr value) {
      return add(new Statement.Assign(target, value));
    }

    public Body call(String callee, Expr... arguments) {
      return add(new Statement.Call(null, new Statement.Callee.Direct(callee), List.of(arguments)));
    }

    public Body callThrough(Expr pointer, Expr... arguments) {
      return add(
          new Statement.Call(null, new Statement.Callee.Indirect(pointer), List.of(arguments)));
    }

    public void end() {
      Location exit = new Location(name, edges.size());
      Cfg cfg = new Cfg(new Location(name, 0), exit, edges);
      List<Type> parameters = formals.stream().map(Variable::type).toList();
      FunctionType type = new FunctionType(result, parameters, false, true);
      procedures.put(
          name,
          new Procedure(
              name,
              type,
              formals,
              locals,
              new Procedure.Body.Defined(cfg),
              List.of(),
              Origin.NONE));
    }
  }

  // Expressions

  public static LValue var(Variable variable) {
    return LValue.Var.of(variable);
  }

  public static Expr read(LValue source) {
    return Expr.Read.of(source);
  }

  public static Expr read(Variable source) {
    return read(var(source));
  }

  public static Expr address(LValue object) {
    return Expr.AddressOf.of(object, pointer(object.type()));
  }

  public static Expr address(Variable variable) {
    return address(var(variable));
  }

  public static Expr function(String name, FunctionType type) {
    return Expr.FunctionAddress.of(name, pointer(type));
  }

  public static LValue deref(Expr pointer) {
    return LValue.Deref.of(pointer);
  }

  public static LValue member(LValue base, String name) {
    return LValue.Member.of(base, ((CompositeType) base.type()).field(name).orElseThrow());
  }

  public static LValue arrow(Expr pointer, String name) {
    return member(deref(pointer), name);
  }

  public static LValue element(LValue base, Expr index) {
    return LValue.Element.of(base, index);
  }

  public static LValue element(LValue base, long index) {
    return element(base, number(index));
  }

  /** The pointer to the array's first element. */
  public static Expr decay(LValue array) {
    return Expr.AddressOf.of(element(array, 0), pointer(((ArrayType) array.type()).element()));
  }

  public static Expr number(long value) {
    return Expr.IntConst.of(value, Target.LP64.differenceType());
  }

  public static Expr cast(Expr operand, Type type) {
    return Expr.Cast.of(operand, type);
  }

  public static Expr plus(Expr pointer, Expr bytes) {
    return Expr.Binary.of(BinaryOp.POINTER_ADD, pointer, bytes);
  }

  public static Expr times(Expr a, long b) {
    return Expr.Binary.of(BinaryOp.MULTIPLY, a, number(b));
  }

  public static final IntType INT = IntType.INT;
  public static final IntType LONG = Target.LP64.differenceType();
  public static final IntType CHAR = Target.LP64.intType(IntType.Kind.CHAR);
  public static final Type VOID = VoidType.VOID;
}
