// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend;

import dev.proviso.frontend.link.Linker;
import dev.proviso.frontend.lower.Lowering;
import dev.proviso.frontend.parse.CParser;
import dev.proviso.frontend.parse.Macros;
import dev.proviso.frontend.parse.ParsedUnit;
import dev.proviso.frontend.parse.UnitOptions;
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
   * How to read a unit, and what it is part of.
   *
   * @param kind whose code the file is
   * @param labels where a label of that name stands, this function without parameters is called
   */
  public record Options(UnitOptions unit, Origin.Kind kind, Map<String, String> labels) {
    public Options {
      labels = Map.copyOf(labels);
    }

    /**
     * Code whose labels are labels and nothing else.
     *
     * @param userIncludes directories of {@code -I}, searched first; their headers are the user's
     *     own code
     * @param systemIncludes directories searched after them; code of their headers is of kind
     *     {@code HEADER}
     * @param defines {@code X} or {@code X=Y}
     */
    public Options(
        Target target,
        List<Path> userIncludes,
        List<Path> systemIncludes,
        List<String> defines,
        Origin.Kind kind) {
      this(
          UnitOptions.of(target).including(userIncludes, systemIncludes).with(Macros.of(defines)),
          kind,
          Map.of());
    }

    /** A user's code without include directories and macros. */
    public static Options of(Target target) {
      return new Options(UnitOptions.of(target), Origin.Kind.USER, Map.of());
    }
  }

  /** A file, and how to read it. */
  public record Source(Path file, Options options) {}

  /**
   * Reads and links files to an open program.
   *
   * @throws InputException with all messages, if any of them is an error or an included file is
   *     missing
   */
  public static Program read(List<Source> sources) throws InputException {
    List<Parsed> parsed = Workers.all(sources.stream().map(Frontend::parsing).toList());
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
    List<Callable<Program>> lowerings = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      lowerings.add(lowering(units.get(i), sources.get(i).options(), Map.of()));
    }
    return lower(lowerings);
  }

  /**
   * A file, parsed or not.
   *
   * @param why what is wrong where there is no unit
   */
  private record Parsed(Optional<ParsedUnit> unit, List<Message> why) {}

  private static Callable<Parsed> parsing(Source source) {
    return () -> {
      try {
        ParsedUnit unit = new CParser().parse(source.file(), source.options().unit());
        return new Parsed(Optional.of(unit), List.of());
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
    ParsedUnit unit = new CParser().parseText(name, text, options.unit());
    return lower(List.of(lowering(unit, options, types)));
  }

  /**
   * Makes one program of several, each of which may be one of several.
   *
   * @throws InputException with all messages, if any of them is an error
   */
  public static Program link(List<Program> programs) throws InputException {
    return withoutErrors(Workers.<Program>all(List.of(() -> Linker.link(programs))).getFirst());
  }

  private static Program lower(List<Callable<Program>> lowerings) throws InputException {
    List<Program> programs = Workers.all(lowerings);
    List<Message> messages = programs.stream().flatMap(p -> p.messages().stream()).toList();
    if (messages.stream().anyMatch(m -> m.severity() == Message.Severity.ERROR)) {
      throw new InputException(messages);
    }
    return link(programs);
  }

  private static Callable<Program> lowering(
      ParsedUnit unit, Options options, Map<String, Type> types) {
    return () -> {
      Program lowered =
          Lowering.lower(
              unit.unit(),
              options.unit().target(),
              new Lowering.Code(options.kind(), options.labels(), options.unit().dialect()),
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
