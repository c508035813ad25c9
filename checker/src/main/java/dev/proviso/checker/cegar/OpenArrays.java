// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Operands;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arrays that a search tells elements of at an index that is not fixed, such as a queue's at
 * its head. Predicates are about one element each, so that what holds of all of them takes as many
 * as there are, at each place, or does not end.
 */
final class OpenArrays {
  private OpenArrays() {}

  /** The one that most predicates are about, by its name in the source. */
  static Optional<String> most(Precision precision) {
    Set<Predicate> predicates = new LinkedHashSet<>();
    precision.cuts().forEach(c -> predicates.addAll(precision.at(c)));
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (Predicate predicate : predicates) {
      Set<String> names = new LinkedHashSet<>();
      new Operands(e -> {}, l -> open(l, names)).visit(predicate.condition());
      names.forEach(n -> numbers.merge(n, 1, Integer::sum));
    }
    return numbers.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private static void open(LValue object, Set<String> names) {
    switch (object) {
      case LValue.Var v -> {}
      case LValue.Deref d -> {}
      case LValue.Member m -> open(m.base(), names);
      case LValue.Element e -> {
        open(e.base(), names);
        if (!(e.index() instanceof Expr.IntConst)) {
          names.add(name(e.base()));
        }
      }
    }
  }

  private static String name(LValue array) {
    return switch (array) {
      case LValue.Var v -> v.variable().name();
      case LValue.Deref d -> "*" + d.pointer();
      case LValue.Member m when m.base() instanceof LValue.Deref -> m.field().name();
      case LValue.Member m -> name(m.base()) + "." + m.field().name();
      case LValue.Element e -> name(e.base()) + "[]";
    };
  }
}
