// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.predicate;

import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.IntType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of a variable that is only ever assigned constants, as predicates: what a rule's state
 * is needs no refinement (domain types: Apel et al., HVC 2013).
 */
public final class FiniteDomain {
  /** With more values than this, only those are worth tracking that turn out to matter. */
  private static final int MAX_VALUES = 6;

  private FiniteDomain() {}

  /**
   * A predicate for each value but one, which is left where none of them holds; empty where the
   * variable may hold anything else.
   *
   * @param variable a global whose address is never taken
   */
  public static List<Predicate> of(Variable variable, Program program) {
    if (!(variable.type() instanceof IntType type)) {
      return List.of();
    }
    SortedSet<BigInteger> values = new TreeSet<>();
    boolean initialised = false;
    for (Program.Initialiser initialiser : program.initialisers()) {
      if (isVariable(initialiser.target(), variable)) {
        initialised = true;
        if (!add(initialiser.value(), type, values)) {
          return List.of();
        }
      }
    }
    if (!initialised) {
      values.add(BigInteger.ZERO);
    }
    for (Procedure procedure : program.procedures().values()) {
      if (procedure.body() instanceof Procedure.Body.Defined body) {
        for (Edge edge : body.cfg().edges()) {
          if (!assigns(edge.statement(), variable, type, values)) {
            return List.of();
          }
        }
      }
    }
    return values.size() < 2 || values.size() > MAX_VALUES
        ? List.of()
        : predicates(variable, type, values);
  }

  private static List<Predicate> predicates(
      Variable variable, IntType type, SortedSet<BigInteger> values) {
    List<Predicate> result = new ArrayList<>();
    Expr read = Expr.Read.of(LValue.Var.of(variable));
    for (BigInteger value : values) {
      Predicate.of(Expr.Binary.of(BinaryOp.EQUAL, read, Expr.IntConst.of(value, type)))
          .ifPresent(result::add);
    }
    result.removeLast();
    return result;
  }

  /** False if the statement may give the variable anything but a constant. */
  private static boolean assigns(
      Statement statement, Variable variable, IntType type, SortedSet<BigInteger> values) {
    return switch (statement) {
      case Statement.Assign s -> !isVariable(s.target(), variable) || add(s.value(), type, values);
      case Statement.Call s -> !isVariable(s.result(), variable);
      case Statement.Havoc s -> !isVariable(s.target(), variable);
      case Statement.Allocate s -> !isVariable(s.target(), variable);
      case Statement.CopyMemory s -> true;
      case Statement.FillMemory s -> true;
      case Statement.Scramble s -> true;
      case Statement.Assume s -> true;
      case Statement.Return s -> true;
      case Statement.Free s -> true;
      case Statement.Skip s -> true;
      case Statement.Abort s -> true;
    };
  }

  private static boolean isVariable(@Nullable LValue place, Variable variable) {
    return place instanceof LValue.Var v && v.variable() == variable;
  }

  private static boolean add(Expr value, IntType type, SortedSet<BigInteger> values) {
    return switch (value) {
      case Expr.IntConst c -> {
        values.add(type.wrap(c.value()));
        yield true;
      }
      case Expr.Cast c when c.operand() instanceof Expr.IntConst inner -> add(inner, type, values);
      case Expr.Conditional c -> add(c.then(), type, values) && add(c.otherwise(), type, values);
      default -> false;
    };
  }
}
