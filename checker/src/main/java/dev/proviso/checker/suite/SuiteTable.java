// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Outcomes counted per set. */
public final class SuiteTable {
  private SuiteTable() {}

  /** Right, wrong, unknown, unrated; processor time of all and the median of those decided. */
  public static String of(List<Outcome> outcomes) {
    Map<String, List<Outcome>> sets = new LinkedHashMap<>();
    outcomes.forEach(o -> sets.computeIfAbsent(o.set(), s -> new ArrayList<>()).add(o));
    StringBuilder text = new StringBuilder();
    text.append(row("set", "right", "wrong", "unknown", "unrated", "cpu s", "median s", "max MB"));
    sets.keySet().stream()
        .sorted()
        .forEach(s -> text.append(row(s, sets.getOrDefault(s, List.of()))));
    if (sets.size() > 1) {
      text.append(row("all", outcomes));
    }
    return text.toString();
  }

  private static String row(String name, List<Outcome> outcomes) {
    List<Duration> decided =
        outcomes.stream()
            .filter(o -> o.score() != Outcome.Score.UNKNOWN)
            .map(Outcome::cpu)
            .sorted()
            .toList();
    return row(
        name,
        count(outcomes, Outcome.Score.RIGHT),
        count(outcomes, Outcome.Score.WRONG),
        count(outcomes, Outcome.Score.UNKNOWN),
        count(outcomes, Outcome.Score.UNRATED),
        seconds(outcomes.stream().map(Outcome::cpu).reduce(Duration.ZERO, Duration::plus)),
        decided.isEmpty() ? "" : seconds(decided.get(decided.size() / 2)),
        outcomes.stream().mapToLong(Outcome::megabytes).max().orElse(0));
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-32s %5s %5s %7s %7s %9s %9s %7s%n", cells);
  }

  private static long count(List<Outcome> outcomes, Outcome.Score score) {
    return outcomes.stream().map(Outcome::score).filter(Predicate.isEqual(score)).count();
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }
}
