// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Evaluates expressions, whether the program has them or not, on what the analysis found. Changes
 * nothing.
 */
final class Query {
  private final Constraints constraints;
  private final World world;
  private final Map<Expr, Targets> values = new HashMap<>();
  private final Map<LValue, Targets> objects = new HashMap<>();
  private final Map<Value, Targets> bySolved = new IdentityHashMap<>();

  private Function<Variable, List<Expr>> added = v -> List.of();

  Query(Constraints constraints) {
    this.constraints = constraints;
    this.world = constraints.world;
  }

  /** See {@link PointsTo#extend}. */
  void extend(Function<Variable, List<Expr>> values) {
    added = values;
  }

  Targets value(Expr expr) {
    Targets known = values.get(expr);
    if (known == null) {
      Value solved = constraints.known(expr);
      known = solved != null ? targets(solved) : compute(expr);
      values.put(expr, known);
    }
    return known;
  }

  private Targets targets(Value value) {
    return bySolved.computeIfAbsent(value.root(), Targets::of);
  }

  private Targets compute(Expr expr) {
    return switch (expr) {
      case Expr.IntConst e -> Targets.none(e.value().signum() != 0);
      case Expr.FloatConst e -> Targets.none(false);
      case Expr.Read e -> e.type().isScalar() ? read(e.source()) : Targets.none(false);
      case Expr.AddressOf e -> object(e.object());
      case Expr.FunctionAddress e ->
          new Targets(Set.of(world.function(e.procedure())), Set.of(), false);
      case Expr.Unary e -> Targets.none(e.op() != UnaryOp.NOT);
      case Expr.Binary e -> binary(e);
      case Expr.Cast e ->
          e.type() instanceof PointerType || e.type() instanceof IntType t && !t.isBool()
              ? value(e.operand())
              : Targets.none(true);
      case Expr.Conditional e -> value(e.then()).or(value(e.otherwise()));
    };
  }

  private Targets binary(Expr.Binary binary) {
    boolean wild =
        AddressArithmetic.makesNumbers(binary)
            || value(binary.left()).wild()
            || value(binary.right()).wild();
    Targets result = Targets.none(wild);
    for (AddressArithmetic.Moved moved : AddressArithmetic.of(binary)) {
      result = result.or(value(moved.from()).moved(moved.by()));
    }
    return result;
  }

  private Targets read(LValue source) {
    if (source instanceof LValue.Var v && !world.inMemory(v.variable())) {
      Targets result = targets(constraints.variable(v.variable()));
      for (Expr value : added.apply(v.variable())) {
        result = result.or(value(value));
      }
      return result;
    }
    Targets address = object(source);
    Targets result = Targets.none(address.wild());
    for (Cell cell : cells(address, Math.max(1, source.type().size()))) {
      result = result.or(targets(cell.value));
    }
    return result;
  }

  /** The places where an object may stand. */
  Targets object(LValue lvalue) {
    Targets known = objects.get(lvalue);
    if (known == null) {
      Value solved = constraints.known(lvalue);
      known = solved != null ? targets(solved) : find(lvalue);
      objects.put(lvalue, known);
    }
    return known;
  }

  private Targets find(LValue lvalue) {
    return switch (lvalue) {
      case LValue.Var l -> new Targets(Set.of(constraints.place(l.variable())), Set.of(), false);
      case LValue.Deref l -> value(l.pointer());
      case LValue.Member l -> object(l.base()).moved(new Stride(l.field().offset(), 0));
      case LValue.Element l -> element(l);
    };
  }

  private Targets element(LValue.Element element) {
    long size = Math.max(1, element.type().size());
    Targets base = object(element.base());
    if (element.index() instanceof Expr.IntConst c && World.isConstant(c)) {
      return base.moved(new Stride(c.value().longValue() * size, 0));
    }
    long length = World.length((ArrayType) element.base().type());
    return length <= size ? base : base.moved(new Stride(0, size));
  }

  /** The cells that an access of that many bytes may touch. */
  static Set<Cell> cells(Targets targets, long size) {
    Set<Cell> cells = new LinkedHashSet<>();
    for (Place place : targets.places()) {
      long start = place.position();
      MemoryObject object = place.object;
      if (size < 0 || size > 1 && isFoldedBelow(object.shape, start, size)) {
        cells.addAll(Extent.cells(place, size));
      } else {
        cells.addAll(Extent.cells(object, new Range(start, start + size, 1)));
      }
    }
    targets.anywhere().forEach(o -> cells.addAll(o.cells.values()));
    return cells;
  }

  // A scalar that is wider than an element of the array that it starts in.
  private static boolean isFoldedBelow(Shape shape, long start, long size) {
    return shape.stride() > 0 && start + size > shape.stride()
        || shape.arrays().stream()
            .anyMatch(a -> a.contains(start) && start + size > a.start() + a.element());
  }
}
