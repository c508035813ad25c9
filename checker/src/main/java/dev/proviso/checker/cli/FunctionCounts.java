// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.program.Exactness;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.SourceRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;

/** How well functions were lowered. One that several units read from a header counts once. */
final class FunctionCounts {
  private int exact;
  private int degraded;
  private int lost;
  private final SequencedMap<String, List<String>> lostFor = new LinkedHashMap<>();
  private final SequencedMap<String, List<String>> inexact = new LinkedHashMap<>();
  private final Set<Defined> known = new HashSet<>();

  private record Defined(String name, SourceRange place) {}

  private record Read(Defined function, Exactness exactness) {}

  /** What there is to be known of one program. */
  record Of(List<Read> functions) {
    static Of program(Program program) {
      return new Of(
          program.procedures().values().stream()
              .filter(p -> !(p.body() instanceof Procedure.Body.Undefined))
              .map(p -> new Read(new Defined(p.name(), p.origin().range()), Exactness.of(p)))
              .toList());
    }
  }

  void add(Of program) {
    for (Read read : program.functions()) {
      if (known.add(read.function())) {
        add(read.function().name(), read.exactness());
      }
    }
  }

  private void add(String name, Exactness exactness) {
    switch (exactness) {
      case Exactness.Exact e -> exact++;
      case Exactness.Degraded d -> degraded++;
      case Exactness.Lost l -> {
        lost++;
        lostFor.computeIfAbsent(l.reason(), r -> new ArrayList<>()).add(name);
      }
    }
    for (Exactness.Place place : exactness.inexact()) {
      inexact
          .computeIfAbsent(place.reason(), r -> new ArrayList<>())
          .add(name + " at " + place.origin().range());
    }
  }

  /** Names and texts of a table: the sums, then each reason with an example. */
  void print(BiConsumer<String, String> row) {
    row.accept("functions", "%d exact, %d inexact, %d lost".formatted(exact, degraded, lost));
    inexact.forEach((reason, places) -> row.accept("  inexact", reason + ": " + example(places)));
    lostFor.forEach((reason, names) -> row.accept("  lost", example(names) + ": " + reason));
  }

  private static String example(List<String> all) {
    return all.size() == 1
        ? all.getFirst()
        : all.getFirst() + ", and " + (all.size() - 1) + " more";
  }
}
