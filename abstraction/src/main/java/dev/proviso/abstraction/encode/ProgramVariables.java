// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Variables that the engine adds to a program's own: what a procedure returns, and what a formal or
 * a global held when the procedure was entered. Predicates may speak of them; they belong to one
 * activation.
 */
public final class ProgramVariables {
  private final Program program;
  private final Map<String, Variable> results = new HashMap<>();
  private final Map<String, SequencedMap<Variable, Variable>> entryValues = new HashMap<>();
  private final Map<Variable, String> procedures = new HashMap<>();
  private final Map<Variable, Variable> originals = new HashMap<>();
  private final Map<String, Set<Variable>> constantFormals = new HashMap<>();

  public ProgramVariables(Program program) {
    this.program = program;
  }

  /** Where a procedure that returns something keeps it while it returns. */
  public Variable result(String procedure) {
    return results.computeIfAbsent(
        procedure,
        p -> {
          Procedure found = program.procedures().get(p);
          if (found == null || found.type().result() instanceof VoidType) {
            throw new IllegalArgumentException(p + " returns nothing");
          }
          Variable result =
              new Variable(
                  p + "::$result",
                  "$result",
                  found.type().result(),
                  Variable.Kind.LOCAL,
                  false,
                  found.origin().range());
          procedures.put(result, p);
          return result;
        });
  }

  /**
   * The variable that keeps what {@code current} (a formal, or a global not in memory) held when
   * the procedure was entered.
   */
  public Variable entryValue(String procedure, Variable current) {
    SequencedMap<Variable, Variable> known =
        entryValues.computeIfAbsent(procedure, p -> new LinkedHashMap<>());
    return known.computeIfAbsent(
        current,
        c -> {
          Variable old =
              new Variable(
                  procedure + "::old(" + c.id() + ")",
                  "old(" + c.name() + ")",
                  c.type(),
                  Variable.Kind.LOCAL,
                  false,
                  c.declaration());
          originals.put(old, c);
          return old;
        });
  }

  /**
   * True of formals that the procedure itself never assigns, as far as they are not in memory: they
   * keep their entry values.
   */
  public boolean isConstantFormal(String procedure, Variable formal) {
    return constantFormals.computeIfAbsent(procedure, this::findConstantFormals).contains(formal);
  }

  private Set<Variable> findConstantFormals(String procedure) {
    Procedure found = program.procedures().get(procedure);
    if (found == null || !(found.body() instanceof Procedure.Body.Defined body)) {
      return Set.of();
    }
    Set<Variable> result = new HashSet<>(found.formals());
    for (Edge edge : body.cfg().edges()) {
      LValue target = edge.statement().target();
      if (target != null) {
        result.remove(root(target));
      }
    }
    return result;
  }

  private static @Nullable Variable root(LValue place) {
    return switch (place) {
      case LValue.Var p -> p.variable();
      case LValue.Deref p -> null;
      case LValue.Member p -> root(p.base());
      case LValue.Element p -> root(p.base());
    };
  }

  /** Where a procedure keeps what it returns, if anybody has asked for that. */
  public @Nullable Variable resultIfAny(String procedure) {
    return results.get(procedure);
  }

  /** True of variables that keep what a procedure returns. */
  public boolean isResult(Variable variable) {
    return procedures.containsKey(variable);
  }

  /** The variable whose entry value this is, or the variable itself. */
  public Variable original(Variable variable) {
    return originals.getOrDefault(variable, variable);
  }

  public boolean isEntryValue(Variable variable) {
    return originals.containsKey(variable);
  }

  /**
   * What one of these variables may hold, as expressions of the program; empty for the program's
   * own variables.
   */
  List<Expr> values(Variable variable) {
    Variable original = originals.get(variable);
    if (original != null) {
      return original.type().isScalar()
          ? List.of(Expr.Read.of(LValue.Var.of(original)))
          : List.of();
    }
    String procedure = procedures.get(variable);
    return procedure == null ? List.of() : returned(procedure);
  }

  private List<Expr> returned(String procedure) {
    List<Expr> values = new ArrayList<>();
    Procedure found = program.procedures().get(procedure);
    if (found != null && found.body() instanceof Procedure.Body.Defined body) {
      for (Edge edge : body.cfg().edges()) {
        if (edge.statement() instanceof Statement.Return r && r.value() != null) {
          values.add(r.value());
        }
      }
    }
    return values;
  }

  /** All entry values of a procedure that were asked for: from the variable to its entry value. */
  public SequencedMap<Variable, Variable> entryValues(String procedure) {
    return entryValues.getOrDefault(procedure, new LinkedHashMap<>());
  }
}
