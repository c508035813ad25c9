// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.predicate.Domain;
import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.abstraction.predicate.ValueClass;
import dev.proviso.frontend.pointsto.CallGraph;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.UnaryOp;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The variables of a program of which it matters only which of few constants they hold. */
public final class ValueClasses {
  private final Map<LValue, FiniteVariable> variables;
  private final Map<FiniteVariable, ValueClass> classes;
  private final Map<Variable, List<FiniteVariable>> byRoot = new HashMap<>();

  /**
   * @param variables by their places, in a deterministic order
   */
  ValueClasses(Map<LValue, FiniteVariable> variables, Map<FiniteVariable, ValueClass> classes) {
    this.variables = variables;
    this.classes = classes;
    variables.forEach(
        (place, variable) -> {
          Variable root = FinitePlaces.root(place);
          if (root != null) {
            byRoot.computeIfAbsent(root, r -> new ArrayList<>()).add(variable);
          }
        });
  }

  public static ValueClasses of(Program program, Memory memory, CallGraph calls) {
    return new ClassBuilder(program, memory).build(calls.reachable());
  }

  /** The finite-valued variable at a place, if there is one. */
  @Nullable FiniteVariable at(LValue place) {
    return variables.get(place);
  }

  ValueClass classOf(FiniteVariable variable) {
    ValueClass found = classes.get(variable);
    if (found == null) {
      throw new IllegalArgumentException(variable + " is of another program");
    }
    return found;
  }

  /** All parts of a variable that are finite-valued. */
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
