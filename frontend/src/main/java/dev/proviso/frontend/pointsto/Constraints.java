// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.pointsto.Memory.Place;
import dev.proviso.frontend.pointsto.Node.Placed;
import dev.proviso.frontend.pointsto.Node.Thing;
import dev.proviso.frontend.pointsto.Scalars.Folded;
import dev.proviso.frontend.pointsto.Scalars.Part;
import dev.proviso.frontend.pointsto.Scalars.Parts;
import dev.proviso.frontend.pointsto.Value.Flow;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.FunctionType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What expressions and objects say about where values point to.
 *
 * <p>An integer carries what was cast to it, at any width, so that pointers copied by bytes are followed. Products, quotients,
 * remainders, right shifts, negated integers and differences of pointers are no addresses any more; bits that a mask leaves below
 * 4096 are none either; bits set or cleared below 8 do not move an address.
 */
final class Constraints {
  private static final BigInteger PAGE = BigInteger.valueOf(4096);
  private static final BigInteger TAGS = BigInteger.valueOf(8);

  final Memory memory = new Memory();
  final Scalars scalars;
  private final Set<Variable> inMemory;
  private final Map<FunctionType, String> externalCode;
  private final Map<Variable, Value> variables = new IdentityHashMap<>();
  private final Map<Variable, Place> places = new IdentityHashMap<>();
  private final Map<Expr, Value> values = new IdentityHashMap<>();
  private final Map<LValue, Place> objects = new IdentityHashMap<>();
  private final Map<Type, Place> externals = new HashMap<>();
  private final Map<String, Place> functions = new HashMap<>();

  private final List<Node> results = new ArrayList<>();

  /**
   * @param externalCode the procedures that stand for code outside the program
   */
  Constraints(Scalars scalars, Set<Variable> inMemory, Map<FunctionType, String> externalCode) {
    this.externalCode = externalCode;
    this.scalars = scalars;
    this.inMemory = inMemory;
  }

  boolean inMemory(Variable variable) {
    return inMemory.contains(variable);
  }

  /** The values of all expressions and all memory. */
  List<Value> values() {
    List<Value> all = new ArrayList<>(values.values());
    memory.roots().forEach(n -> n.cells.values().forEach(c -> all.add(c.value)));
    return all;
  }

  /** What the globals that have no address hold. */
  List<Value> globalValues() {
    List<Value> all = new ArrayList<>();
    variables.forEach((variable, value) -> addIf(variable.isGlobal(), value, all));
    places.keySet().stream()
        .filter(v -> v.isGlobal() && !inMemory(v))
        .forEach(v -> all.addAll(variableValues(v)));
    return all;
  }

  private static void addIf(boolean wanted, Value value, List<Value> values) {
    if (wanted) {
      values.add(value);
    }
  }

  /** What the variable holds. */
  List<Value> variableValues(Variable variable) {
    if (variables.containsKey(variable)) {
      return List.of(variables.get(variable));
    }
    Place place = places.get(variable);
    return place == null ? List.of() : place.root().cells.values().stream().map(c -> c.value).toList();
  }

  /** An internal object for a procedure's result. */
  Place newResult() {
    Node node = memory.newNode(true);
    results.add(node);
    return new Place(node, 0);
  }

  /** What the procedures' results go through. */
  List<Node> results() {
    return results;
  }

  // Expressions

  /** What the value of a scalar expression may be. */
  Value value(Expr expr) {
    Value known = values.get(expr);
    if (known == null) {
      known = expr instanceof Expr.Read r ? read(r.source()) : compute(expr);
      values.put(expr, known);
    }
    return known;
  }

  private Value compute(Expr expr) {
    Value result = new Value();
    switch (expr) {
      case Expr.IntConst e -> result.wild = e.value().signum() != 0;
      case Expr.FloatConst e -> {}
      case Expr.Read e -> throw new IllegalStateException();
      case Expr.AddressOf e -> memory.point(result, place(e.object()));
      case Expr.FunctionAddress e -> memory.point(result, function(e.procedure()));
      case Expr.Unary e -> {
        value(e.operand());
        result.wild = e.op() != UnaryOp.NOT;
      }
      case Expr.Binary e -> binary(e, result);
      case Expr.Cast e -> cast(e, result);
      case Expr.Conditional e -> {
        value(e.condition());
        memory.flow(value(e.then()), result);
        memory.flow(value(e.otherwise()), result);
      }
    }
    return result;
  }

  private void cast(Expr.Cast cast, Value result) {
    Value operand = value(cast.operand());
    boolean isAddress = cast.type() instanceof PointerType || cast.type() instanceof IntType t && !t.isBool();
    if (isAddress && cast.operand().type() instanceof PointerType p && p.pointee() instanceof CompositeType c) {
      memory.flow(operand, new Flow(result, 0, 0, c.size()));
    } else if (isAddress) {
      memory.flow(operand, result);
    }
  }

  private void binary(Expr.Binary binary, Value result) {
    Value left = value(binary.left());
    Value right = value(binary.right());
    result.wild = binary.op() != BinaryOp.POINTER_ADD;
    if (!Stride.keepsAddress(binary.op()) || isDifference(binary)) {
      return;
    }
    boolean wide = binary.type().size() * 8 >= 32;
    switch (binary.op()) {
      case POINTER_ADD -> {
        if (isNumber(binary.left())) {
          move(right, result, Stride.of(binary.left()));
        } else {
          move(left, result, Stride.of(binary.right()));
        }
      }
      case ADD -> {
        move(left, result, wide ? Stride.of(binary.right()) : Stride.ANY);
        move(right, result, wide ? Stride.of(binary.left()) : Stride.ANY);
      }
      case SUBTRACT -> move(left, result, wide ? Stride.of(binary.right()).times(-1) : Stride.ANY);
      default -> bits(binary, left, right, result);
    }
  }

  private static boolean isNumber(Expr expr) {
    return expr instanceof Expr.IntConst || expr instanceof Expr.Cast c && isNumber(c.operand());
  }

  private void bits(Expr.Binary binary, Value left, Value right, Value result) {
    Expr constant = binary.right() instanceof Expr.IntConst ? binary.right() : binary.left();
    Stride moved = Stride.ANY;
    if (constant instanceof Expr.IntConst c) {
      BigInteger bits = c.value();
      boolean isMask = binary.op() == BinaryOp.BIT_AND;
      if (isMask && bits.signum() >= 0 && bits.compareTo(PAGE) < 0) {
        return;
      }
      BigInteger touched = isMask ? bits.signum() < 0 ? bits.not() : complement(bits, binary.type()) : bits;
      if (binary.op() != BinaryOp.SHIFT_LEFT && touched.signum() >= 0 && touched.compareTo(TAGS) < 0) {
        moved = new Stride(0, 0);
      }
    }
    move(left, result, moved);
    if (binary.op() != BinaryOp.SHIFT_LEFT) {
      move(right, result, moved);
    }
  }

  private static BigInteger complement(BigInteger bits, Type type) {
    return BigInteger.ONE.shiftLeft((int) type.size() * 8).subtract(BigInteger.ONE).xor(bits);
  }

  private void move(Value from, Value to, Stride by) {
    memory.flow(from, new Flow(to, by.shift(), by.step(), 0));
  }

  private static boolean isDifference(Expr.Binary binary) {
    return binary.op() == BinaryOp.SUBTRACT
        && (binary.right().type() instanceof PointerType
            || binary.right() instanceof Expr.Cast c && c.operand().type() instanceof PointerType);
  }

  // Objects

  private Value read(LValue source) {
    return source.type().isScalar() ? cell(source) : new Value();
  }

  /** The value of a scalar object. */
  Value cell(LValue lvalue) {
    if (lvalue instanceof LValue.Var v && !inMemory.contains(v.variable())) {
      return variables.computeIfAbsent(v.variable(), x -> new Value());
    }
    return memory.access(place(lvalue), lvalue.type()).value;
  }

  /** Where an object stands. Pointers on the way point to something from now on. */
  Place place(LValue lvalue) {
    Place known = objects.get(lvalue);
    if (known == null) {
      known = find(lvalue);
      objects.put(lvalue, known);
      if (lvalue.type() instanceof CompositeType c) {
        known.root().embedded.add(new Node.Embedded(known.position(), c));
      }
    }
    return known;
  }

  private Place find(LValue lvalue) {
    return switch (lvalue) {
      case LValue.Var l -> array(variable(l.variable()), l.type());
      case LValue.Deref l -> memory.target(value(l.pointer()));
      case LValue.Member l -> array(place(l.base()).plus(l.field().offset()), l.type());
      case LValue.Element l -> element(l);
    };
  }

  private Place variable(Variable variable) {
    Place known = places.get(variable);
    if (known == null) {
      Node node = memory.newNode(!inMemory.contains(variable));
      node.objects.add(new Placed(0, new Thing.Of(variable)));
      known = new Place(node, 0);
      places.put(variable, known);
    }
    return known;
  }

  // Arrays of arrays are walked over as one.
  private Place array(Place place, Type type) {
    if (type instanceof ArrayType array) {
      Type element = array.element();
      while (element instanceof ArrayType inner) {
        element = inner.element();
      }
      memory.declareArray(place, length(array), element.size());
    }
    return place;
  }

  // An array of no or one element at the end of a struct has as many as were allocated.
  private static long length(ArrayType array) {
    return array.length() > 1 ? array.size() : Range.UNBOUNDED;
  }

  private Place element(LValue.Element element) {
    value(element.index());
    Place base = place(element.base());
    long size = Math.max(1, element.type().size());
    if (element.index() instanceof Expr.IntConst c && c.value().bitLength() < 40) {
      return base.plus(c.value().longValue() * size);
    }
    memory.foldArray(base, length((ArrayType) element.base().type()), size);
    return base;
  }

  Place function(String procedure) {
    return functions.computeIfAbsent(
        procedure,
        name -> {
          Node node = memory.newNode(false);
          node.objects.add(new Placed(0, new Thing.Function(name)));
          return new Place(node, 0);
        });
  }

  /** The external objects of a type; what their pointers point to is external too. */
  Place external(Type type) {
    Place known = externals.get(type);
    if (known != null) {
      return known;
    }
    Node node = memory.newNode(false);
    Place place = new Place(node, 0);
    externals.put(type, place);
    node.objects.add(new Placed(0, new Thing.External(type)));
    if (type instanceof FunctionType function) {
      String code = externalCode.get(function);
      node.externalCode = code == null;
      if (code != null) {
        memory.unify(place, function(code));
      }
    }
    pointExternal(place, type);
    return place;
  }

  /** Lets all pointers in the object point to external objects. */
  void pointExternal(Place place, Type type) {
    Parts parts = scalars.of(type);
    parts.arrays().forEach(a -> memory.foldArray(place.plus(a.offset()), a.length(), a.element()));
    for (Part part : parts.scalars()) {
      if (part.type() instanceof PointerType pointer) {
        Value value = memory.cell(place.plus(part.offset()), part.type().size()).value;
        memory.point(value, external(pointer.pointee()));
      }
    }
  }

  // Copies

  /** The object gets the value of the expression. */
  void assign(LValue target, Expr value) {
    if (target.type().isScalar()) {
      memory.flow(value(value), cell(target));
    } else {
      assign(place(target), value);
    }
  }

  /** What stands there gets the value of the expression. */
  void assign(Place target, Expr value) {
    if (value.type().isScalar()) {
      memory.flow(value(value), slot(target));
    } else if (value instanceof Expr.Read r) {
      copy(place(r.source()), target, value.type());
    }
  }

  /** The value of the scalar that a parameter's or result's internal object holds. */
  Value slot(Place place) {
    return memory.cell(place, Long.BYTES).value;
  }

  /** The variable, or the object, gets what stands there. */
  void receive(LValue target, Place source) {
    if (target.type().isScalar()) {
      memory.flow(slot(source), cell(target));
    } else {
      copy(source, place(target), target.type());
    }
  }

  private void copy(Place from, Place to, Type type) {
    Parts parts = scalars.of(type);
    for (Folded array : parts.arrays()) {
      memory.foldArray(from.plus(array.offset()), array.length(), array.element());
      memory.foldArray(to.plus(array.offset()), array.length(), array.element());
    }
    for (Part part : parts.scalars()) {
      Value source = memory.access(from.plus(part.offset()), part.type()).value;
      memory.flow(source, memory.access(to.plus(part.offset()), part.type()).value);
    }
  }
}
