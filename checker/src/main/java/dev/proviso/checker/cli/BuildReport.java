// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cli;

import dev.proviso.frontend.Frontend;
import dev.proviso.frontend.build.Build;
import dev.proviso.frontend.build.Skipped;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Message.Severity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of the units of a build: a line for each that was skipped, and a summary. */
final class BuildReport {
  /** How many messages about one unit are printed: the others mostly follow from the first. */
  private static final int SHOWN = 3;

  private BuildReport() {}

  /** What is known before anything is read. */
  static void begin(Build build, Console console) {
    build.notes().forEach(console::print);
    build.skipped().forEach(s -> console.print(s.message()));
  }

  /** What could not be read, and the sums. */
  static void end(Build build, Frontend.Reading reading, Console console) {
    List<Frontend.Unread> unread = reading.unread();
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (Skipped skipped : build.skipped()) {
      reasons.merge(skipped.why(), 1, Integer::sum);
    }
    Set<Message> told = new LinkedHashSet<>();
    for (Frontend.Unread unit : unread) {
      tell(unit, told, console);
      reasons.merge("it cannot be read", 1, Integer::sum);
    }
    int read = reading.read();
    int skipped = build.skipped().size() + unread.size();
    String why =
        reasons.entrySet().stream()
            .map(
                e ->
                    (e.getValue() == 1 || reasons.size() == 1 ? "" : e.getValue() + ": ")
                        + e.getKey())
            .collect(Collectors.joining("; "));
    console.note(
        read
            + (read == 1 ? " unit" : " units")
            + " read"
            + (skipped == 0 ? "" : ", " + skipped + " skipped (" + why + ")"));
  }

  private static void tell(Frontend.Unread unit, Set<Message> told, Console console) {
    List<Message> errors =
        unit.messages().stream().filter(m -> m.severity() == Severity.ERROR).toList();
    List<Message> reasons = errors.isEmpty() ? unit.messages() : errors;
    List<Message> fresh = reasons.stream().filter(told::add).limit(SHOWN).toList();
    fresh.forEach(console::print);
    int more = reasons.size() - fresh.size();
    console.note(
        unit.file() + " is skipped: it cannot be read" + (more > 0 ? " (" + more + " more)" : ""));
  }
}
