// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend;

import dev.proviso.frontend.link.Linker;
import dev.proviso.frontend.lower.Lowering;
import dev.proviso.frontend.parse.CParser;
import dev.proviso.frontend.parse.ParsedUnit;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.Target;
import dev.proviso.frontend.types.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Reads C and links what was read. */
public final class Frontend {
  private Frontend() {}

  /**
   * How to read.
   *
   * @param userIncludes directories of {@code -I}, searched first; their headers are the user's own
   *     code
   * @param systemIncludes directories searched after them; code of their headers is of kind {@code
   *     HEADER}
   * @param defines {@code X} or {@code X=Y}
   * @param kind whose code the files are
   * @param labels where a label of that name stands, this function without parameters is called
   */
  public record Options(
      Target target,
      List<Path> userIncludes,
      List<Path> systemIncludes,
      List<String> defines,
      Origin.Kind kind,
      Map<String, String> labels) {
    public Options {
      userIncludes = List.copyOf(userIncludes);
      systemIncludes = List.copyOf(systemIncludes);
      defines = List.copyOf(defines);
      labels = Map.copyOf(labels);
    }

    /** Labels are labels and nothing else. */
    public Options(
        Target target,
        List<Path> userIncludes,
        List<Path> systemIncludes,
        List<String> defines,
        Origin.Kind kind) {
      this(target, userIncludes, systemIncludes, defines, kind, Map.of());
    }

    /** A user's code without include directories and macros. */
    public static Options of(Target target) {
      return new Options(target, List.of(), List.of(), List.of(), Origin.Kind.USER);
    }

    private CParser.Options forParser() {
      return new CParser.Options(userIncludes, systemIncludes, defines, target);
    }

    private boolean isSystemHeader(String file) {
      return systemIncludes.stream()
          .anyMatch(d -> file.startsWith(d + "/") || Path.of(file).startsWith(d));
    }
  }

  /**
   * Reads and links files to an open program.
   *
   * @throws InputException with all messages, if any of them is an error or an included file is
   *     missing
   */
  public static Program read(List<Path> files, Options options) throws InputException {
    return read(files, options, new Clock());
  }

  /**
   * The same.
   *
   * @param clock gets the time of parsing, lowering and linking
   */
  public static Program read(List<Path> files, Options options, Clock clock) throws InputException {
    List<Parsed> parsed =
        clock.time(
            "parse", () -> Workers.all(files.stream().map(f -> parsing(f, options)).toList()));
    List<ParsedUnit> units = parsed.stream().flatMap(p -> p.unit().stream()).toList();
    List<Message> unreadable = parsed.stream().flatMap(p -> p.why().stream()).toList();
    List<Message> all = new ArrayList<>(unreadable);
    if (!unreadable.isEmpty()) {
      units.forEach(u -> all.addAll(u.messages()));
      throw new InputException(all);
    }
    if (units.stream().anyMatch(u -> !u.missingIncludes().isEmpty())) {
      units.forEach(u -> all.addAll(u.messages()));
      throw InputException.missingInclude(all);
    }
    return lower(units, options, Map.of(), clock);
  }

  /**
   * A file, parsed or not.
   *
   * @param why what is wrong where there is no unit
   */
  private record Parsed(Optional<ParsedUnit> unit, List<Message> why) {}

  private static Callable<Parsed> parsing(Path file, Options options) {
    return () -> {
      try {
        return new Parsed(Optional.of(new CParser().parse(file, options.forParser())), List.of());
      } catch (InputException e) {
        return new Parsed(Optional.empty(), e.messages());
      }
    };
  }

  /**
   * Reads a text as if it were the file of that name.
   *
   * @throws InputException with all messages, if any of them is an error
   */
  public static Program readText(String name, String text, Options options) throws InputException {
    return readText(name, text, options, Map.of());
  }

  /**
   * Reads a text that uses types of a program that has been read already.
   *
   * @param types the meaning of type names that the text uses and does not declare
   * @throws InputException with all messages, if any of them is an error
   */
  public static Program readText(String name, String text, Options options, Map<String, Type> types)
      throws InputException {
    ParsedUnit unit = new CParser().parseText(name, text, options.forParser());
    return lower(List.of(unit), options, types, new Clock());
  }

  /**
   * Makes one program of several, each of which may be one of several.
   *
   * @throws InputException with all messages, if any of them is an error
   */
  public static Program link(List<Program> programs) throws InputException {
    return withoutErrors(Workers.<Program>all(List.of(() -> Linker.link(programs))).getFirst());
  }

  private static Program lower(
      List<ParsedUnit> units, Options options, Map<String, Type> types, Clock clock)
      throws InputException {
    List<Program> programs =
        clock.time(
            "lower",
            () -> Workers.all(units.stream().map(u -> lowering(u, options, types)).toList()));
    List<Message> messages = programs.stream().flatMap(p -> p.messages().stream()).toList();
    if (messages.stream().anyMatch(m -> m.severity() == Message.Severity.ERROR)) {
      throw new InputException(messages);
    }
    return clock.time("link", () -> link(programs));
  }

  private static Callable<Program> lowering(
      ParsedUnit unit, Options options, Map<String, Type> types) {
    return () -> {
      Program lowered =
          Lowering.lower(
              unit.unit(),
              options.target(),
              new Lowering.Code(options.kind(), options::isSystemHeader, options.labels()),
              types);
      LinkedHashSet<Message> messages = new LinkedHashSet<>(unit.messages());
      messages.addAll(lowered.messages());
      return new Program(
          lowered.target(),
          lowered.globals(),
          lowered.initialisers(),
          lowered.procedures(),
          lowered.entry(),
          List.copyOf(messages));
    };
  }

  private static Program withoutErrors(Program program) throws InputException {
    if (program.messages().stream().anyMatch(m -> m.severity() == Message.Severity.ERROR)) {
      throw new InputException(program.messages());
    }
    return program;
  }
}
