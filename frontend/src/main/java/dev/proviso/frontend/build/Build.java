// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Message.Note;
import dev.proviso.frontend.source.Message.Severity;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.types.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  /** How many kinds of flags, or files, a note names. */
  private static final int NAMED = 8;

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

  /** The files of skipped entries that the program would hold code of. */
  public List<Path> codeSkipped() {
    return skipped.stream().filter(Skipped::isCode).map(Skipped::file).distinct().toList();
  }

  /**
   * The same with those of its units alone.
   *
   * @throws InputException where one of the files is not of the build
   */
  public Build only(List<Path> files) throws InputException {
    List<BuildUnit> meant = new ArrayList<>();
    List<Message> errors = new ArrayList<>();
    for (Path file : files) {
      Path absolute = file.toAbsolutePath().normalize();
      units.stream()
          .filter(u -> u.file().toAbsolutePath().normalize().equals(absolute))
          .findFirst()
          .ifPresentOrElse(meant::add, () -> errors.add(notOfTheBuild(file)));
    }
    if (!errors.isEmpty()) {
      throw new InputException(errors);
    }
    return new Build(target, meant, List.of(), notes);
  }

  private Message notOfTheBuild(Path file) {
    SourceRange place = new SourceRange(file.toString(), 0, 0, 0, 0);
    String name = String.valueOf(file.getFileName());
    List<String> help =
        skipped.stream()
            .filter(s -> s.file().endsWith(name))
            .map(s -> s.file() + " is skipped: " + s.why())
            .toList();
    List<String> near =
        List.of(
            NearNames.help(file.toString(), units.stream().map(u -> u.file().toString()).toList()));
    return new Message(
        Severity.ERROR,
        place,
        "this file is none that the build compiles and Proviso can read",
        List.of(),
        help.isEmpty() ? near : help);
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
            first == null ? SourceRange.NONE : first.range(),
            why,
            "was the build moved, or cleaned before it was recorded? record it anew: proviso capture -- make"));
    return messages;
  }

  private static SequencedMap<Path, BuildUnit> once(List<BuildUnit> units, List<Message> notes) {
    SequencedMap<Path, BuildUnit> once = new LinkedHashMap<>();
    SequencedMap<Path, BuildUnit> otherwise = new LinkedHashMap<>();
    int same = 0;
    for (BuildUnit unit : units) {
      BuildUnit first = once.putIfAbsent(unit.file(), unit);
      if (first != null && first.isSameAs(unit)) {
        same++;
      } else if (first != null) {
        otherwise.putIfAbsent(unit.file(), unit);
      }
    }
    if (same > 0) {
      String sentence = same + (same == 1 ? " entry repeats" : " entries repeat") + " another one";
      String file = units.getFirst().place().file();
      notes.add(note(new SourceRange(file, 0, 0, 0, 0), sentence));
    }
    if (!otherwise.isEmpty()) {
      notes.add(compiledTwice(once, otherwise));
    }
    return once;
  }

  private static Message compiledTwice(
      Map<Path, BuildUnit> read, SequencedMap<Path, BuildUnit> otherwise) {
    String files =
        otherwise.keySet().stream()
            .limit(NAMED)
            .map(Path::toString)
            .collect(Collectors.joining(", "));
    int more = otherwise.size() - NAMED;
    BuildUnit example = otherwise.firstEntry().getValue();
    return new Message(
        Severity.WARNING,
        example.place(),
        "compiled in several ways, and read as it is compiled first: "
            + files
            + (more > 0 ? " and " + more + " others" : ""),
        List.of(
            new Note(Objects.requireNonNull(read.get(example.file())).place(), "so it is read")),
        List.of());
  }

  private static Message note(SourceRange place, String sentence) {
    return new Message(Severity.NOTE, place, sentence, List.of(), List.of());
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
            .limit(NAMED)
            .map(e -> e.getKey() + (e.getValue() == 1 ? "" : " (" + e.getValue() + " times)"))
            .collect(Collectors.joining(", "));
    String more = flags.size() > NAMED ? ", and others" : "";
    String are = count == 1 ? " flag is" : " flags are";
    notes.add(note(SourceRange.NONE, count + are + " not known and passed over: " + named + more));
  }
}
