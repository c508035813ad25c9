// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.suite;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two runs side by side: which verdicts differ, and how the times compare where both decided. */
public final class Comparison {
  private Comparison() {}

  public static String of(List<Outcome> before, List<Outcome> after) {
    Map<Task.Key, Outcome> old = new LinkedHashMap<>();
    before.forEach(o -> old.put(o.key(), o));
    StringBuilder text = new StringBuilder();
    int both = 0;
    int same = 0;
    Duration oldTime = Duration.ZERO;
    Duration newTime = Duration.ZERO;
    for (Outcome now : after) {
      Outcome then = old.remove(now.key());
      if (then == null) {
        text.append(line("only in the second", now.verdict(), now));
      } else if (!then.verdict().equals(now.verdict())) {
        String change = then.score().word() + " -> " + now.score().word();
        text.append(line(change, then.verdict() + " -> " + now.verdict(), now));
      } else {
        same++;
      }
      if (then != null && isDecided(then) && isDecided(now)) {
        both++;
        oldTime = oldTime.plus(then.cpu());
        newTime = newTime.plus(now.cpu());
      }
    }
    old.values().forEach(gone -> text.append(line("only in the first", gone.verdict(), gone)));
    text.append(String.format(Locale.ROOT, "%d tasks have the same verdict in both%n", same));
    text.append(
        String.format(
            Locale.ROOT,
            "%d tasks decided by both: %.1f s -> %.1f s of processor time%n",
            both,
            oldTime.toMillis() / 1000.0,
            newTime.toMillis() / 1000.0));
    return text.toString();
  }

  private static boolean isDecided(Outcome outcome) {
    return outcome.score() != Outcome.Score.UNKNOWN;
  }

  private static String line(String change, String verdicts, Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "%-20s %-26s %s %s%n",
        change,
        verdicts,
        outcome.key().name(),
        outcome.key().question());
  }
}
