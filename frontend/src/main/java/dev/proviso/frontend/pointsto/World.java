// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.Scalars.Part;
import dev.proviso.frontend.pointsto.Scalars.Parts;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Procedure.Annotation;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all contexts share: the objects, and which accesses meet. */
final class World {
  /** Where there are more string literals, they are not told apart. */
  private static final int MOST_LITERALS = 256;

  final Memory memory = new Memory();
  final Scalars scalars;
  private final Set<Variable> inMemory;
  private final boolean mergesLiterals;
  private final Map<Type, MemoryObject> literals = new HashMap<>();
  private final Map<FunctionType, String> externalCode = new HashMap<>();
  private final Map<Variable, MemoryObject> variables = new IdentityHashMap<>();
  private final Map<Type, Place> externals = new HashMap<>();
  private final Map<String, Place> functions = new HashMap<>();
  private final Map<LValue, Map<Long, Access>> accesses = new HashMap<>();

  /** The pointers through which something is accessed. */
  final SequencedSet<Value> dereferenced = new LinkedHashSet<>();

  /** All values of expressions. */
  final List<Value> values = new ArrayList<>();

  /** What results of procedures go through. */
  final List<MemoryObject> results = new ArrayList<>();

  World(Program program, Scalars scalars) {
    this.scalars = scalars;
    this.inMemory = MemoryVariables.of(program, scalars);
    long literals = program.globals().stream().filter(Variable::isStringLiteral).count();
    this.mergesLiterals = literals > MOST_LITERALS;
    for (Procedure procedure : program.procedures().values()) {
      if (procedure.annotations().stream()
          .anyMatch(a -> a.name().equals(Annotation.EXTERNAL_CODE))) {
        externalCode.put(procedure.type(), procedure.name());
      }
    }
  }

  boolean inMemory(Variable variable) {
    return inMemory.contains(variable);
  }

  /**
   * True if a pointer to an external object of that type points to code which is not in the
   * program.
   */
  boolean isExternalCode(Type type) {
    return type instanceof FunctionType f && !externalCode.containsKey(f);
  }

  /** The class of the accesses to a scalar part of an object, at that distance from its start. */
  Access access(LValue object, long offset) {
    return accesses
        .computeIfAbsent(object, o -> new HashMap<>(2))
        .computeIfAbsent(offset, o -> new Access());
  }

  /** The class of the program's accesses to the scalar object, if it has any. */
  @Nullable Access knownAccess(LValue object) {
    Map<Long, Access> known = accesses.get(object);
    return known == null ? null : known.get(0L);
  }

  Place internal() {
    return memory.newObject(new Thing.Internal()).place(0);
  }

  Place newResult() {
    Place place = internal();
    results.add(place.object);
    return place;
  }

  /** The object of a variable in memory. */
  Place variable(Variable variable) {
    return variables.computeIfAbsent(variable, this::object).place(0);
  }

  // As Bravenboer and Smaragdakis do (OOPSLA 2009): a pointer to text may point to most of it.
  private MemoryObject object(Variable variable) {
    if (!(mergesLiterals
        && variable.isStringLiteral()
        && variable.type() instanceof ArrayType text
        && text.element().size() > 0)) {
      return memory.newObject(new Thing.Of(variable));
    }
    MemoryObject all = literals.get(text.element());
    if (all == null) {
      all = memory.newObject(new Thing.Literals(new LinkedHashSet<>()));
      memory.reshape(all, all.shape.withStride(text.element().size()));
      literals.put(text.element(), all);
    }
    ((Thing.Literals) all.thing).variables().add(variable);
    return all;
  }

  Place function(String procedure) {
    return functions.computeIfAbsent(procedure, this::code);
  }

  // Nothing in code is told apart: pointers into it are no use.
  private Place code(String procedure) {
    MemoryObject code = memory.newObject(new Thing.Function(procedure));
    memory.reshape(code, code.shape.withStride(1));
    return code.place(0);
  }

  /** The external objects of a type; what their pointers point to is external too. */
  Place external(Type type) {
    Place known = externals.get(type);
    if (known == null) {
      String code = type instanceof FunctionType f ? externalCode.get(f) : null;
      known = code == null ? memory.newObject(new Thing.External(type)).place(0) : function(code);
      externals.put(type, known);
      pointExternal(known, type);
    }
    return known;
  }

  /** Lets all pointers in the object point to external objects. */
  void pointExternal(Place place, Type type) {
    Parts parts = scalars.of(type);
    parts.arrays().forEach(a -> memory.foldArray(place.plus(a.offset()), a.length(), a.element()));
    for (Part part : parts.scalars()) {
      if (part.type() instanceof PointerType pointer) {
        Value value = memory.cell(place.plus(part.offset()), part.type().size()).value;
        memory.inclusions.point(value, external(pointer.pointee()));
      }
    }
  }

  /** The value of the scalar that a parameter's or result's internal object holds. */
  Value slot(Place place) {
    return memory.cell(place, Long.BYTES).value;
  }

  /**
   * The length of an array that lvalues name: one of no or one element at the end of a struct has
   * as many as were allocated.
   */
  static long length(ArrayType array) {
    return array.length() > 1 ? array.size() : Range.UNBOUNDED;
  }

  /** True of an index that is as good as known. */
  static boolean isConstant(Expr index) {
    return index instanceof Expr.IntConst c && c.value().bitLength() < 40;
  }
}
