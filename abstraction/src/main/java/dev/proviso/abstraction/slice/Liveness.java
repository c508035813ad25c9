// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.slice;

import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Operands;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which variables of a procedure may be read again before they are set, at each location. */
public final class Liveness {
  private final Map<Location, Set<Variable>> live = new HashMap<>();

  public Liveness(Cfg cfg) {
    cfg.locations().forEach(l -> live.put(l, new HashSet<>()));
    Map<Edge, Set<Variable>> reads = new HashMap<>();
    List<Location> work = new ArrayList<>(cfg.locations());
    while (!work.isEmpty()) {
      Location here = work.removeLast();
      for (Edge edge : cfg.incoming(here)) {
        Set<Variable> before = new HashSet<>(at(here));
        Variable set = set(edge.statement());
        if (set != null) {
          before.remove(set);
        }
        before.addAll(reads.computeIfAbsent(edge, e -> reads(e.statement())));
        if (live.computeIfAbsent(edge.source(), l -> new HashSet<>()).addAll(before)) {
          work.add(edge.source());
        }
      }
    }
  }

  public Set<Variable> at(Location location) {
    return live.getOrDefault(location, Set.of());
  }

  /** Everything that occurs but as the whole of what is set. */
  private static Set<Variable> reads(Statement statement) {
    Set<Variable> result = new HashSet<>();
    Variable set = set(statement);
    Operands operands =
        new Operands(
            e -> result.addAll(e.variables()),
            l -> {
              if (!(l instanceof LValue.Var v && v.variable() == set)) {
                result.addAll(l.variables());
              }
            });
    operands.visit(statement);
    return result;
  }

  private static @Nullable Variable set(Statement statement) {
    LValue target = statement.target();
    return target instanceof LValue.Var v ? v.variable() : null;
  }
}
