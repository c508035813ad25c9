// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What static storage holds when the program starts: its initialisers' values, else zero. */
final class InitialNumbers {
  private final Map<Variable, List<Program.Initialiser>> initialisers = new HashMap<>();

  InitialNumbers(Program program) {
    for (Program.Initialiser i : program.initialisers()) {
      Variable root = FinitePlaces.root(i.target());
      if (root != null) {
        initialisers.computeIfAbsent(root, r -> new ArrayList<>()).add(i);
      }
    }
  }

  /** The value of a scalar part of a global; null where it is not known. */
  @Nullable Expr of(LValue place) {
    Variable root = FinitePlaces.root(place);
    if (root == null) {
      return null;
    }
    Address here = Address.of(place);
    @Nullable Expr value = Expr.IntConst.of(0, place.type());
    // Later ones count.
    for (Program.Initialiser i : initialisers.getOrDefault(root, List.of())) {
      if (i.target() == place) {
        value = i.value();
      } else if (mayOverlap(i.target(), here, place.type().size())) {
        value = null;
      }
    }
    return value;
  }

  private static boolean mayOverlap(LValue other, @Nullable Address here, long size) {
    Address there = Address.of(other);
    if (here == null || there == null) {
      return true;
    }
    long distance = there.distance().subtract(here.distance()).longValueExact();
    return distance < size && -distance < other.type().size();
  }
}
