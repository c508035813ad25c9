// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend;

import dev.proviso.frontend.UnitReader.Outcome;
import dev.proviso.frontend.link.Linker;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

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

    /** The same; all that system headers declare is read, whether the code needs it or not. */
    public Options withWholeHeaders() {
      return new Options(unit.withWholeHeaders(), kind, labels);
    }
  }

  /** A file, and how to read it. */
  public record Source(Path file, Options options) {}

  /**
   * What was read of several units.
   *
   * @param read how many are part of the program
   * @param unread the others that could not be read
   */
  public record Reading(Program program, int read, List<Unread> unread) {
    public Reading {
      unread = List.copyOf(unread);
    }
  }

  /** A unit that could not be read, and why. */
  public record Unread(Path file, List<Message> messages) {}

  /**
   * Reads and links files to an open program.
   *
   * @throws InputException with all messages, if any of them is an error or an included file is
   *     missing
   */
  public static Program read(List<Source> sources) throws InputException {
    List<Outcome> outcomes = outcomes(sources);
    List<Outcome.Unread> unread = unread(outcomes);
    if (!unread.isEmpty()) {
      throw refusal(unread);
    }
    return link(programs(outcomes));
  }

  /**
   * Reads and links what can be read. A function that the user's code declares and no unit that was
   * read defines may be in the others: it is marked, and could do anything.
   *
   * @param main where the sources are those of several programs, the file that has the {@code main}
   *     of the one that is meant
   * @param elsewhere code of the same program that is not among the sources
   * @throws InputException where nothing can be read, or what can be does not fit together
   */
  public static Reading readMost(List<Source> sources, Optional<Path> main, List<Path> elsewhere)
      throws InputException {
    List<Outcome> outcomes = SeveralPrograms.one(outcomes(sources), main);
    List<Program> programs = programs(outcomes);
    List<Outcome.Unread> unread = unread(outcomes);
    if (programs.isEmpty()) {
      throw refusal(unread);
    }
    List<Path> code = new ArrayList<>(elsewhere);
    unread.forEach(u -> code.add(u.file()));
    return new Reading(
        UnreadCode.marked(link(programs), code),
        programs.size(),
        unread.stream().map(u -> new Unread(u.file(), u.messages())).toList());
  }

  /**
   * Reads units that need not be parts of one program, and keeps of each only what is asked for.
   *
   * @param read what is to be known of a unit; its program is open
   * @param unread the same of a unit that cannot be read
   * @return in the order of the sources
   */
  public static <T> List<T> each(
      List<Source> sources, Function<Program, T> read, Function<Unread, T> unread) {
    return Workers.all(
        sources.stream()
            .<Callable<T>>map(
                s ->
                    () ->
                        switch (UnitReader.read(s)) {
                          case Outcome.Read r -> read.apply(r.program());
                          case Outcome.Unread u -> unread.apply(new Unread(u.file(), u.messages()));
                        })
            .toList());
  }

  private static List<Outcome> outcomes(List<Source> sources) {
    return Workers.all(
        sources.stream().<Callable<Outcome>>map(s -> () -> UnitReader.read(s)).toList());
  }

  private static List<Program> programs(List<Outcome> outcomes) {
    List<Program> programs = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Read read) {
        programs.add(read.program());
      }
    }
    return programs;
  }

  private static List<Outcome.Unread> unread(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(Outcome.Unread.class::isInstance)
        .map(Outcome.Unread.class::cast)
        .toList();
  }

  private static InputException refusal(List<Outcome.Unread> unread) {
    List<Message> messages = unread.stream().flatMap(u -> u.messages().stream()).toList();
    return unread.stream().anyMatch(Outcome.Unread::error)
        ? new InputException(messages)
        : InputException.missingInclude(messages);
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
    List<Callable<Program>> work = List.of(() -> UnitReader.lower(unit, options, types));
    return link(List.of(withoutErrors(Workers.all(work).getFirst())));
  }

  /**
   * Makes one program of several, each of which may be one of several.
   *
   * @throws InputException with all messages, if any of them is an error
   */
  public static Program link(List<Program> programs) throws InputException {
    return withoutErrors(Workers.<Program>all(List.of(() -> Linker.link(programs))).getFirst());
  }

  private static Program withoutErrors(Program program) throws InputException {
    if (program.messages().stream().anyMatch(m -> m.severity() == Message.Severity.ERROR)) {
      throw new InputException(program.messages());
    }
    return program;
  }
}
