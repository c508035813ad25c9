// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.normal;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Operands;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether the declarations of locals are passed before the locals are used: a jump may avoid them.
 */
final class Declarations {
  private final Cfg cfg;
  private final Set<Variable> locals;

  /** The locals whose declarations are behind all ways to a place. */
  private final Map<Location, Set<Variable>> passed = new HashMap<>();

  private Declarations(Cfg cfg, Collection<Variable> locals) {
    this.cfg = cfg;
    this.locals = new LinkedHashSet<>(locals);
  }

  /** Those of the locals that may be used before their declaration is passed. */
  static Set<Variable> avoided(Cfg cfg, Collection<Variable> locals) {
    return locals.isEmpty() ? Set.of() : new Declarations(cfg, locals).avoided();
  }

  private Set<Variable> avoided() {
    passed.put(cfg.entry(), Set.of());
    Deque<Location> work = new ArrayDeque<>(Set.of(cfg.entry()));
    while (!work.isEmpty()) {
      Location at = work.remove();
      for (Edge edge : cfg.outgoing(at)) {
        Set<Variable> after = new HashSet<>(passed.getOrDefault(at, Set.of()));
        declared(edge, after);
        Set<Variable> known = passed.get(edge.target());
        if (known != null) {
          after.retainAll(known);
        }
        if (!after.equals(known)) {
          passed.put(edge.target(), after);
          work.add(edge.target());
        }
      }
    }
    Set<Variable> result = new LinkedHashSet<>();
    for (Edge edge : cfg.edges()) {
      Set<Variable> before = new HashSet<>(passed.getOrDefault(edge.source(), Set.of()));
      declared(edge, before);
      uses(edge).stream().filter(v -> !before.contains(v)).forEach(result::add);
    }
    return result;
  }

  private static void declared(Edge edge, Set<Variable> to) {
    if (edge.statement() instanceof Statement.Havoc h
        && h.cause() instanceof Statement.Cause.Uninitialised
        && h.target() instanceof LValue.Var v) {
      to.add(v.variable());
    }
  }

  private Set<Variable> uses(Edge edge) {
    Set<Variable> used = new HashSet<>();
    Operands operands =
        new Operands(e -> used.addAll(e.variables()), l -> used.addAll(l.variables()));
    operands.visit(edge.statement());
    used.retainAll(locals);
    return used;
  }
}
