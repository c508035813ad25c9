// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Operands;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which locals of a procedure need an object in memory (those with an address that is taken,
 * structs and arrays); the others are plain values.
 */
final class Storage {
  private final Map<Variable, Slot> slots = new IdentityHashMap<>();
  private final List<@Nullable Variable> objects = new ArrayList<>();
  private int words;

  Storage(Procedure procedure, Cfg cfg) {
    Set<Variable> addressed = addressed(cfg);
    List<Variable> all = new ArrayList<>(procedure.formals());
    all.addAll(procedure.locals());
    for (Variable variable : all) {
      slots.put(variable, newSlot(variable, addressed.contains(variable)));
    }
  }

  private Storage() {}

  /** That of code outside procedures. */
  static Storage none() {
    return new Storage();
  }

  private Slot newSlot(Variable variable, boolean isAddressed) {
    Forms form = Forms.of(variable.type());
    if (isAddressed || form == Forms.BLOB) {
      objects.add(variable);
      return new Slot.InMemory(objects.size() - 1, variable.type());
    }
    if (form == Forms.WIDE) {
      objects.add(null);
      return new Slot.InThing(objects.size() - 1, variable.type());
    }
    return new Slot.InWord(words++, variable.type());
  }

  private static Set<Variable> addressed(Cfg cfg) {
    Set<Variable> found = Collections.newSetFromMap(new IdentityHashMap<>());
    Operands operands =
        new Operands(
            e -> {
              if (e instanceof Expr.AddressOf a && root(a.object()) instanceof LValue.Var v) {
                found.add(v.variable());
              }
            },
            l -> {});
    for (Edge edge : cfg.edges()) {
      operands.visit(edge.statement());
      if (edge.statement() instanceof Statement.Havoc h) {
        visit(h.cause(), operands);
      }
    }
    return found;
  }

  private static void visit(Statement.Cause cause, Operands operands) {
    if (cause instanceof Statement.Cause.Unspecified open && open.usual() != null) {
      operands.visit(open.usual());
    }
  }

  private static LValue root(LValue place) {
    return switch (place) {
      case LValue.Member m -> root(m.base());
      case LValue.Element e -> root(e.base());
      case LValue.Var v -> v;
      case LValue.Deref d -> d;
    };
  }

  /** Where a local is; null for globals. */
  @Nullable Slot find(Variable variable) {
    return slots.get(variable);
  }

  Slot slot(Variable variable) {
    Slot slot = slots.get(variable);
    if (slot == null) {
      throw new IllegalArgumentException(variable + " is no local of this procedure");
    }
    return slot;
  }

  int words() {
    return words;
  }

  int things() {
    return objects.size();
  }

  @Nullable Variable[] variables() {
    return objects.toArray(new Variable[0]);
  }
}
