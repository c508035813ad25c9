// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.predicate.FiniteTracking;
import dev.proviso.abstraction.predicate.FiniteVariable;
import dev.proviso.abstraction.predicate.ValueClass;
import dev.proviso.frontend.program.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tracks a variable where it is in scope and may be read again, and remembers where that is. */
final class ScopedTracking implements FiniteTracking {
  private final Scope scope;
  private final Set<ValueClass> classes;
  private final Map<CutPoint, List<FiniteVariable>> known = new HashMap<>();

  ScopedTracking(Scope scope, Set<ValueClass> classes) {
    this.scope = scope;
    this.classes = classes;
  }

  @Override
  public Set<ValueClass> classes() {
    return classes;
  }

  @Override
  public List<FiniteVariable> at(CutPoint cut) {
    return known.computeIfAbsent(cut, this::find);
  }

  private List<FiniteVariable> find(CutPoint cut) {
    Location location =
        switch (cut) {
          case CutPoint.At c -> c.location();
          case CutPoint.BeforeCall c -> c.edge().source();
        };
    List<FiniteVariable> result = new ArrayList<>();
    for (ValueClass c : classes) {
      for (FiniteVariable v : c.variables()) {
        if (scope.has(v, location)) {
          result.add(v);
        }
      }
    }
    return List.copyOf(result);
  }

  @Override
  public FiniteTracking with(ValueClass more) {
    Set<ValueClass> all = new LinkedHashSet<>(classes);
    return all.add(more) ? new ScopedTracking(scope, all) : this;
  }
}
