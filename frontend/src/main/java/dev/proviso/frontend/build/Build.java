// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Message.Note;
import dev.proviso.frontend.source.Message.Severity;
import dev.proviso.frontend.types.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The units of one program, out of the compiler calls of a build.
 *
 * @param target the ABI of all units
 * @param units each file once
 * @param skipped what is not read, in the order of the entries
 * @param notes what else is to be told
 */
public record Build(
    Target target, List<BuildUnit> units, List<Skipped> skipped, List<Message> notes) {
  /** How many kinds of flags a note names. */
  private static final int NAMED_FLAGS = 8;

  public Build {
    units = List.copyOf(units);
    skipped = List.copyOf(skipped);
    notes = List.copyOf(notes);
  }

  /**
   * @throws InputException where no unit is left
   */
  public static Build of(List<CompileCommand> commands) throws InputException {
    EntryReader reader = new EntryReader(new HostCompiler());
    List<BuildUnit> units = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    for (CompileCommand command : commands) {
      switch (reader.read(command)) {
        case EntryReader.Entry.Read entry -> units.add(entry.unit());
        case EntryReader.Entry.Left entry -> skipped.add(entry.skipped());
      }
    }
    if (units.isEmpty()) {
      throw new InputException(nothing(commands, skipped));
    }
    List<Message> notes = new ArrayList<>(reader.notes());
    SequencedMap<Path, BuildUnit> once = once(units, notes);
    Target target = mostFrequent(once);
    List<BuildUnit> kept = new ArrayList<>();
    for (BuildUnit unit : once.values()) {
      if (unit.options().target() == target) {
        kept.add(unit);
      } else {
        String why =
            "it is compiled for " + unit.options().target() + ", most others for " + target;
        skipped.add(EntryReader.skipped(unit.file(), why, true, unit.place()));
      }
    }
    unknownFlags(reader.unknownFlags(), notes);
    return new Build(target, kept, skipped, notes);
  }

  private static List<Message> nothing(List<CompileCommand> commands, List<Skipped> skipped) {
    List<Message> messages = new ArrayList<>();
    skipped.forEach(s -> messages.add(s.message()));
    String why =
        commands.isEmpty()
            ? "this file has no entries"
            : "none of its " + commands.size() + " entries is a C file that can be read";
    Message first = messages.isEmpty() ? null : messages.getFirst();
    messages.add(
        Message.error(
            first == null ? dev.proviso.frontend.source.SourceRange.NONE : first.range(),
            why,
            "was the build moved, or cleaned before it was recorded? record it anew: proviso capture -- make"));
    return messages;
  }

  private static SequencedMap<Path, BuildUnit> once(List<BuildUnit> units, List<Message> notes) {
    SequencedMap<Path, BuildUnit> once = new LinkedHashMap<>();
    int same = 0;
    for (BuildUnit unit : units) {
      BuildUnit first = once.putIfAbsent(unit.file(), unit);
      if (first != null && first.isSameAs(unit)) {
        same++;
      } else if (first != null) {
        notes.add(
            new Message(
                Severity.WARNING,
                unit.place(),
                unit.file()
                    + " is compiled more than once, in different ways: as here it is not read",
                List.of(new Note(first.place(), "it is read as it is compiled here")),
                List.of()));
      }
    }
    if (same > 0) {
      notes.add(
          note(units, same + (same == 1 ? " entry repeats" : " entries repeat") + " another one"));
    }
    return once;
  }

  private static Message note(List<BuildUnit> units, String sentence) {
    var file = units.getFirst().place();
    return new Message(
        Severity.NOTE,
        new dev.proviso.frontend.source.SourceRange(file.file(), 0, 0, 0, 0),
        sentence,
        List.of(),
        List.of());
  }

  private static Target mostFrequent(SequencedMap<Path, BuildUnit> units) {
    Map<Target, Long> counts =
        units.values().stream()
            .collect(Collectors.groupingBy(u -> u.options().target(), Collectors.counting()));
    return counts.entrySet().stream()
        .max(Map.Entry.<Target, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private static void unknownFlags(Map<String, Integer> flags, List<Message> notes) {
    if (flags.isEmpty()) {
      return;
    }
    int count = flags.values().stream().mapToInt(Integer::intValue).sum();
    String named =
        flags.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(NAMED_FLAGS)
            .map(e -> e.getKey() + (e.getValue() == 1 ? "" : " (" + e.getValue() + " times)"))
            .collect(Collectors.joining(", "));
    String more = flags.size() > NAMED_FLAGS ? ", and others" : "";
    notes.add(
        new Message(
            Severity.NOTE,
            dev.proviso.frontend.source.SourceRange.NONE,
            count
                + (count == 1 ? " flag is" : " flags are")
                + " not known and passed over: "
                + named
                + more,
            List.of(),
            List.of()));
  }
}
