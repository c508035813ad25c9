// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Operands;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.ArrayType;
import dev.proviso.frontend.types.CompositeType;
import dev.proviso.frontend.types.Type;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the variables that must live in memory: their address is taken, they are indexed by
 * something that is no constant, or their scalar parts overlap.
 */
final class MemoryVariables {
  /** Aggregates of more scalar parts than this live in memory in any case. */
  private static final int MOST_PARTS = 256;

  private final Scalars scalars;
  private final Set<Variable> found = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Variable, Map<Long, LValue>> parts = new IdentityHashMap<>();
  private final Map<CompositeType, Boolean> unions = new IdentityHashMap<>();
  private final Operands operands = new Operands(this::see, this::see);

  private MemoryVariables(Scalars scalars) {
    this.scalars = scalars;
  }

  static Set<Variable> of(Program program, Scalars scalars) {
    MemoryVariables variables = new MemoryVariables(scalars);
    variables.collect(program);
    return variables.found;
  }

  private void collect(Program program) {
    program.globals().forEach(this::declare);
    for (Procedure procedure : program.procedures().values()) {
      procedure.formals().forEach(this::declare);
      procedure.locals().forEach(this::declare);
      if (procedure.body() instanceof Procedure.Body.Defined body) {
        body.cfg().edges().forEach(e -> see(e.statement()));
      }
    }
    for (Program.Initialiser initialiser : program.initialisers()) {
      operands.visit(initialiser.target());
      operands.visit(initialiser.value());
    }
  }

  private void declare(Variable variable) {
    Scalars.Parts all = scalars.of(variable.type());
    if (!variable.type().isScalar()
        && (!all.arrays().isEmpty() || all.scalars().size() > MOST_PARTS)) {
      found.add(variable);
    }
  }

  // A variable without value is no access to its parts.
  private void see(Statement statement) {
    if (!(statement instanceof Statement.Havoc h && h.target() instanceof LValue.Var)) {
      operands.visit(statement);
    }
  }

  private void see(Expr expr) {
    if (expr instanceof Expr.AddressOf address) {
      addRoot(address.object());
    }
  }

  private void see(LValue lvalue) {
    for (LValue at = lvalue; at != null; at = base(at)) {
      if (at instanceof LValue.Element e && !isConstant(e)) {
        addRoot(lvalue);
      }
    }
    seePart(lvalue);
  }

  /** True of an element whose index is a constant within the array. */
  static boolean isConstant(LValue.Element element) {
    return element.index() instanceof Expr.IntConst index
        && index.value().signum() >= 0
        && index.value().bitLength() < 32
        && index.value().longValue() < ((ArrayType) element.base().type()).length();
  }

  private void addRoot(LValue lvalue) {
    LValue root = root(lvalue);
    if (root instanceof LValue.Var v) {
      found.add(v.variable());
    }
  }

  private static @Nullable LValue base(LValue lvalue) {
    return switch (lvalue) {
      case LValue.Member m -> m.base();
      case LValue.Element e -> e.base();
      case LValue.Var v -> null;
      case LValue.Deref d -> null;
    };
  }

  private static LValue root(LValue lvalue) {
    LValue at = lvalue;
    for (LValue base = base(at); base != null; base = base(at)) {
      at = base;
    }
    return at;
  }

  // Parts of unions may stay separate variables where none that is used overlaps another.
  private void seePart(LValue part) {
    if (!(root(part) instanceof LValue.Var var)
        || !hasUnion(var.type())
        || found.contains(var.variable())) {
      return;
    }
    if (!part.type().isScalar()) {
      found.add(var.variable());
      return;
    }
    long offset = offset(part);
    Map<Long, LValue> known = parts.computeIfAbsent(var.variable(), v -> new HashMap<>());
    for (long at = offset; at < offset + part.type().size(); at++) {
      LValue before = known.putIfAbsent(at, part);
      if (before != null && before != part) {
        found.add(var.variable());
        return;
      }
    }
  }

  private static long offset(LValue part) {
    return switch (part) {
      case LValue.Member m -> offset(m.base()) + m.field().offset();
      case LValue.Element e when e.index() instanceof Expr.IntConst i ->
          offset(e.base()) + i.value().longValue() * e.type().size();
      case LValue.Element e -> offset(e.base());
      case LValue.Var v -> 0;
      case LValue.Deref d -> 0;
    };
  }

  private boolean hasUnion(Type type) {
    return switch (type) {
      case ArrayType a -> hasUnion(a.element());
      case CompositeType c -> {
        Boolean known = unions.get(c);
        if (known == null) {
          known =
              c.isUnion() && c.fields().size() > 1
                  || c.fields().stream().anyMatch(f -> hasUnion(f.type()));
          unions.put(c, known);
        }
        yield known;
      }
      default -> false;
    };
  }
}
