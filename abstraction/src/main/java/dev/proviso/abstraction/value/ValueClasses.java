// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.predicate.Domain;
import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.abstraction.predicate.ValueClass;
import dev.proviso.frontend.pointsto.CallGraph;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of a program of which it matters only which of few constants they hold. */
public final class ValueClasses {
  private final Map<LValue, FiniteVariable> variables;
  private final Map<FiniteVariable, ValueClass> classes;
  private final FinitePlaces places;
  private final Map<Variable, List<FiniteVariable>> byRoot = new HashMap<>();
  private final Map<FiniteVariable, MemoryPlace> memory = new LinkedHashMap<>();
  private final Map<Region, List<FiniteVariable>> byRegion = new HashMap<>();
  private final Map<Variable, List<FiniteVariable>> byPointer = new HashMap<>();

  /**
   * @param variables by their places, in a deterministic order
   */
  ValueClasses(
      Map<LValue, FiniteVariable> variables,
      Map<FiniteVariable, ValueClass> classes,
      FinitePlaces places) {
    this.variables = variables;
    this.classes = classes;
    this.places = places;
    variables.values().forEach(this::register);
  }

  private void register(FiniteVariable variable) {
    MemoryPlace cell = places.inMemory(variable.place());
    if (cell == null) {
      Variable root = FinitePlaces.root(variable.place());
      if (root != null) {
        byRoot.computeIfAbsent(root, r -> new ArrayList<>()).add(variable);
      }
      return;
    }
    memory.put(variable, cell);
    Set<Region> regions = new LinkedHashSet<>(cell.wayRegions());
    regions.add(cell.region());
    regions.forEach(r -> byRegion.computeIfAbsent(r, k -> new ArrayList<>()).add(variable));
    Set<Variable> pointers = new LinkedHashSet<>();
    for (LValue pointer : cell.way()) {
      Variable root = FinitePlaces.root(pointer);
      if (root != null && !places.isInMemory(pointer)) {
        pointers.add(root);
      }
    }
    pointers.forEach(p -> byPointer.computeIfAbsent(p, k -> new ArrayList<>()).add(variable));
  }

  /** Cells of one region that are as far from what pointers point to are of one kind. */
  void share(StateVariables variables) {
    memory.forEach((variable, cell) -> variables.share(cell.kind(), variable));
  }

  /** Whether some variable of a class is a cell of memory. */
  public boolean isInMemory(ValueClass of) {
    return of.variables().stream().anyMatch(memory::containsKey);
  }

  /** Whether there are any in memory. */
  boolean hasCells() {
    return !memory.isEmpty();
  }

  FinitePlaces places() {
    return places;
  }

  /** Where a variable is in memory; null if it is not. */
  @Nullable MemoryPlace memoryPlaceIfAny(FiniteVariable variable) {
    return memory.get(variable);
  }

  /** Where a variable that is in memory is. */
  MemoryPlace memoryPlace(FiniteVariable variable) {
    MemoryPlace found = memory.get(variable);
    if (found == null) {
      throw new IllegalArgumentException(variable + " is not in memory");
    }
    return found;
  }

  /** The variables in these regions, and those whose way leads through them. */
  Set<FiniteVariable> inMemory(Collection<Region> regions) {
    Set<FiniteVariable> result = new LinkedHashSet<>();
    regions.forEach(r -> result.addAll(byRegion.getOrDefault(r, List.of())));
    return result;
  }

  /** The variables in memory whose way leads through a variable that is not. */
  List<FiniteVariable> foundThrough(Variable pointer) {
    return byPointer.getOrDefault(pointer, List.of());
  }

  public static ValueClasses of(Program program, Memory memory, CallGraph calls) {
    FinitePlaces places = new FinitePlaces(memory.pointsTo());
    Numbers numbers = new Numbers(memory.pointsTo());
    while (true) {
      ClassBuilder builder = new ClassBuilder(program, memory, places, numbers);
      builder.read(calls.reachable());
      Set<Region> tooMany = builder.crowded();
      if (tooMany.isEmpty()) {
        return builder.classes();
      }
      places = places.without(tooMany);
    }
  }

  /** The finite-valued variable at a place, if there is one. */
  @Nullable FiniteVariable at(LValue place) {
    return variables.get(places.canonical(place));
  }

  ValueClass classOf(FiniteVariable variable) {
    ValueClass found = classes.get(variable);
    if (found == null) {
      throw new IllegalArgumentException(variable + " is of another program");
    }
    return found;
  }

  /** All parts of a variable that are finite-valued, and not in memory. */
  List<FiniteVariable> partsOf(Variable root) {
    return byRoot.getOrDefault(root, List.of());
  }

  /** The class of a variable, if it is finite-valued. */
  public Optional<ValueClass> classOf(Variable variable) {
    return Optional.ofNullable(at(LValue.Var.of(variable))).map(this::classOf);
  }

  /**
   * The class that tells whether a condition is true: of the variable, or the two variables, that
   * it compares. Empty where it is no such comparison, or the cells do not decide it.
   */
  public Optional<ValueClass> telling(Expr condition) {
    return switch (condition) {
      case Expr.Unary e when e.op() == UnaryOp.NOT -> telling(e.operand());
      case Expr.Binary e when e.op() == BinaryOp.EQUAL || e.op() == BinaryOp.NOT_EQUAL ->
          telling(e.left(), e.right(), false);
      case Expr.Binary e when e.op() == BinaryOp.LESS || e.op() == BinaryOp.LESS_OR_EQUAL ->
          telling(e.left(), e.right(), true);
      case Expr.Cast e -> telling(e.operand());
      case Expr.Read e -> telling(e, Expr.IntConst.of(0, e.type()), false);
      default -> Optional.empty();
    };
  }

  private Optional<ValueClass> telling(Expr left, Expr right, boolean byOrder) {
    FiniteVariable a = compared(left);
    FiniteVariable b = compared(right);
    if (a != null && b != null) {
      ValueClass one = classOf(a);
      return one.closed() && one == classOf(b) ? Optional.of(one) : Optional.empty();
    }
    if (a == null && b != null) {
      return telling(right, left, byOrder);
    }
    return a != null && right instanceof Expr.IntConst c && decides(a.domain(), c, byOrder)
        ? Optional.of(classOf(a))
        : Optional.empty();
  }

  private static boolean decides(Domain domain, Expr.IntConst constant, boolean byOrder) {
    int whole = 0;
    boolean isCell = false;
    for (int cell = 0; cell < domain.size(); cell++) {
      boolean single = domain.cell(cell).only().isPresent();
      whole += single ? 1 : 0;
      isCell |= single && domain.cell(cell).has(constant.value());
    }
    return whole == domain.size() || isCell && (!byOrder || domain.isOrdered());
  }

  /** The variable whose value is compared, conversions that keep it aside. */
  private @Nullable FiniteVariable compared(Expr value) {
    return switch (value) {
      case Expr.Read e -> at(e.source());
      case Expr.Cast e when ClassBuilder.keepsAll(e) -> compared(e.operand());
      default -> null;
    };
  }
}
