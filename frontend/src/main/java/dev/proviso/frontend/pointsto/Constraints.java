// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.Scalars.Folded;
import dev.proviso.frontend.pointsto.Scalars.Part;
import dev.proviso.frontend.pointsto.Scalars.Parts;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What expressions and objects say about where values point to, in one context: everywhere, or in
 * the activations of a small procedure that one call makes. Whatever variables hold in such a
 * context, they may hold everywhere.
 */
final class Constraints {
  final World world;
  private final Memory memory;
  private final @Nullable Constraints everywhere;
  private final Set<Variable> own;
  private final Map<Variable, Value> variables = new IdentityHashMap<>();
  private final Map<Variable, Place> aggregates = new IdentityHashMap<>();
  private final Map<Expr, Value> values = new IdentityHashMap<>();
  private final Map<LValue, Value> addresses = new IdentityHashMap<>();

  /** Everywhere. */
  Constraints(World world) {
    this(world, null, Set.of());
  }

  /**
   * @param own the variables that this context has of its own: no aggregates, and none in memory
   */
  Constraints(World world, @Nullable Constraints everywhere, Set<Variable> own) {
    this.world = world;
    this.memory = world.memory;
    this.everywhere = everywhere;
    this.own = own;
  }

  /** What a scalar variable holds that is not in memory. */
  Value variable(Variable variable) {
    if (everywhere != null && !own.contains(variable)) {
      return everywhere.variable(variable);
    }
    Value known = variables.get(variable);
    if (known == null) {
      known = memory.inclusions.newValue();
      variables.put(variable, known);
      world.values.add(known);
      if (everywhere != null) {
        memory.inclusions.flow(known, everywhere.variable(variable));
      }
    }
    return known;
  }

  /** Where a variable stands: an internal object if it is not in memory. */
  Place place(Variable variable) {
    if (world.inMemory(variable)) {
      return world.variable(variable);
    }
    return everywhere != null
        ? everywhere.place(variable)
        : aggregates.computeIfAbsent(variable, v -> world.internal());
  }

  /** What the globals that have no address hold. */
  List<Value> globalValues() {
    List<Value> all = new ArrayList<>();
    for (Variable v : variables.keySet()) {
      if (v.isGlobal()) {
        all.addAll(variableValues(v));
      }
    }
    for (Variable v : aggregates.keySet()) {
      if (v.isGlobal()) {
        all.addAll(variableValues(v));
      }
    }
    return all;
  }

  /** What the variable holds. */
  List<Value> variableValues(Variable variable) {
    if (variables.containsKey(variable)) {
      return List.of(variables.get(variable));
    }
    Place place = world.inMemory(variable) ? world.variable(variable) : aggregates.get(variable);
    return place == null
        ? List.of()
        : place.object.cells.values().stream().map(c -> c.value).toList();
  }

  /** What is known of an expression that was looked at before. */
  @Nullable Value known(Expr expr) {
    return values.get(expr);
  }

  /** The same for an object's address. */
  @Nullable Value known(LValue lvalue) {
    return addresses.get(lvalue);
  }

  // Expressions

  /** What the value of a scalar expression may be. */
  Value value(Expr expr) {
    Value known = values.get(expr);
    if (known == null) {
      known = expr instanceof Expr.Read r ? read(r.source()) : compute(expr);
      values.put(expr, known);
      world.values.add(known);
    }
    return known;
  }

  private Value compute(Expr expr) {
    Value result = memory.inclusions.newValue();
    switch (expr) {
      case Expr.IntConst e -> {
        result.wild = e.value().signum() != 0;
        result.isNull = !result.wild;
      }
      case Expr.FloatConst e -> {}
      case Expr.Read e -> throw new IllegalStateException();
      case Expr.AddressOf e -> memory.inclusions.flow(address(e.object()), result);
      case Expr.FunctionAddress e -> memory.inclusions.point(result, world.function(e.procedure()));
      case Expr.Unary e -> {
        value(e.operand());
        result.wild = e.op() != UnaryOp.NOT;
      }
      case Expr.Binary e -> {
        value(e.left());
        value(e.right());
        result.wild = AddressArithmetic.makesNumbers(e);
        AddressArithmetic.of(e)
            .forEach(
                m ->
                    memory.inclusions.flow(
                        memory.arithmetic.moved(value(m.from()), m.by()), result));
      }
      case Expr.Cast e -> cast(e, result);
      case Expr.Conditional e -> {
        value(e.condition());
        memory.inclusions.flow(value(e.then()), result);
        memory.inclusions.flow(value(e.otherwise()), result);
      }
    }
    return result;
  }

  private void cast(Expr.Cast cast, Value result) {
    Value operand = value(cast.operand());
    result.isNull = operand.isNull;
    boolean isAddress =
        cast.type() instanceof PointerType || cast.type() instanceof IntType t && !t.isBool();
    if (isAddress) {
      if (cast.operand().type() instanceof PointerType p
          && p.pointee() instanceof CompositeType c
          && c.size() > 0) {
        memory.inclusions.each(operand, new Use.Recast(memory.arithmetic, c.size()));
      }
      memory.inclusions.flow(operand, result);
    }
  }

  // Objects

  private Value read(LValue source) {
    Value result = memory.inclusions.newValue();
    if (source.type().isScalar()) {
      load(source, result);
    }
    return result;
  }

  private void load(LValue source, Value result) {
    if (source instanceof LValue.Var v && !world.inMemory(v.variable())) {
      memory.inclusions.flow(variable(v.variable()), result);
      return;
    }
    memory.inclusions.flow(loaded(source, new Part(0, source.type())), result);
  }

  /** The scalar object gets the value. */
  void store(Value value, LValue target) {
    if (target instanceof LValue.Var v && !world.inMemory(v.variable())) {
      memory.inclusions.flow(value, variable(v.variable()));
      return;
    }
    store(value, target, new Part(0, target.type()));
  }

  private Value loaded(LValue source, Part part) {
    Use.Load load = new Use.Load(memory, part, memory.inclusions.newValue(), new Access());
    Use.Load made = memory.inclusions.each(address(source), load);
    memory.join(world.access(source, part.offset()), made.access());
    return made.result();
  }

  private void store(Value value, LValue target, Part part) {
    Use.Store store = new Use.Store(memory, part, memory.inclusions.newValue(), new Access());
    Use.Store made = memory.inclusions.each(address(target), store);
    memory.join(world.access(target, part.offset()), made.access());
    memory.inclusions.flow(value, made.written());
  }

  /** The places where an object may stand. */
  Value address(LValue lvalue) {
    Value known = addresses.get(lvalue);
    if (known == null) {
      known = find(lvalue);
      addresses.put(lvalue, known);
      if (lvalue.type() instanceof CompositeType c) {
        memory.inclusions.each(known, new Use.Embed(c, memory.embedded(c)));
      } else if (lvalue.type() instanceof ArrayType a
          && !(lvalue instanceof LValue.Deref)
          && !(lvalue instanceof LValue.Element)) {
        declare(known, a);
      }
    }
    return known;
  }

  // Arrays of arrays are walked over as one: their rows are not declared.
  private void declare(Value address, ArrayType array) {
    Type element = array.element();
    while (element instanceof ArrayType inner) {
      element = inner.element();
    }
    long size = element.size();
    memory.inclusions.each(address, new Use.Declare(memory, World.length(array), size));
  }

  private Value find(LValue lvalue) {
    return switch (lvalue) {
      case LValue.Var l -> {
        Value address = memory.inclusions.newValue();
        memory.inclusions.point(address, place(l.variable()));
        yield address;
      }
      case LValue.Deref l -> {
        Value pointer = value(l.pointer());
        world.dereferenced.add(pointer);
        yield pointer;
      }
      case LValue.Member l -> part(l.base(), l.field().offset());
      case LValue.Element l -> element(l);
    };
  }

  private Value part(LValue base, long distance) {
    Value from = address(base);
    if (distance == 0) {
      return from;
    }
    if (base.throughPointer()) {
      return memory.arithmetic.moved(from, new Stride(distance, 0));
    }
    Value to = memory.inclusions.newValue();
    return memory.inclusions.each(from, new Use.Member(memory.inclusions, distance, to)).result();
  }

  private Value element(LValue.Element element) {
    value(element.index());
    long size = Math.max(1, element.type().size());
    if (element.index() instanceof Expr.IntConst c && World.isConstant(c)) {
      return part(element.base(), c.value().longValue() * size);
    }
    Value base = address(element.base());
    long length = World.length((ArrayType) element.base().type());
    memory.inclusions.each(base, new Use.Fold(memory, new Folded(0, length, size)));
    return base;
  }

  // Copies

  /** The object gets the value of the expression. */
  void assign(LValue target, Expr value) {
    if (target.type().isScalar()) {
      store(value(value), target);
    } else if (value instanceof Expr.Read r) {
      List<Value> parts = parts(target.type());
      loadParts(r.source(), parts);
      storeParts(parts, target);
    }
  }

  /** What stands in an internal object gets the value of the expression. */
  void assign(Place target, Expr value) {
    if (value.type().isScalar()) {
      memory.inclusions.flow(value(value), world.slot(target));
    } else if (value instanceof Expr.Read r) {
      List<Value> parts = parts(value.type());
      loadParts(r.source(), parts);
      forParts(
          value.type(),
          target,
          (i, p, t) -> memory.inclusions.flow(parts.get(i), memory.access(p, t).value));
    }
  }

  /** The variable, or the object, gets what stands in an internal object. */
  void receive(LValue target, Place source) {
    if (target.type().isScalar()) {
      store(world.slot(source), target);
    } else {
      List<Value> parts = parts(target.type());
      forParts(
          target.type(),
          source,
          (i, p, t) -> memory.inclusions.flow(memory.access(p, t).value, parts.get(i)));
      storeParts(parts, target);
    }
  }

  private List<Value> parts(Type type) {
    return world.scalars.of(type).scalars().stream()
        .map(p -> memory.inclusions.newValue())
        .toList();
  }

  /** What is done with a scalar part. */
  interface OnPart {
    void at(int index, Place place, Type type);
  }

  private void forParts(Type type, Place place, OnPart action) {
    Parts parts = world.scalars.of(type);
    for (Folded array : parts.arrays()) {
      memory.foldArray(place.plus(array.offset()), array.length(), array.element());
    }
    for (int i = 0; i < parts.scalars().size(); i++) {
      Part part = parts.scalars().get(i);
      action.at(i, place.plus(part.offset()), part.type());
    }
  }

  /** The values get what the scalar parts of an object hold. */
  void loadParts(LValue source, List<Value> values) {
    foldArrays(source);
    List<Part> parts = world.scalars.of(source.type()).scalars();
    for (int i = 0; i < parts.size(); i++) {
      memory.inclusions.flow(loaded(source, parts.get(i)), values.get(i));
    }
  }

  private void storeParts(List<Value> values, LValue target) {
    foldArrays(target);
    List<Part> parts = world.scalars.of(target.type()).scalars();
    for (int i = 0; i < parts.size(); i++) {
      store(values.get(i), target, parts.get(i));
    }
  }

  private void foldArrays(LValue object) {
    for (Folded array : world.scalars.of(object.type()).arrays()) {
      memory.inclusions.each(address(object), new Use.Fold(memory, array));
    }
  }
}
