// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.parse.ParsedUnit.MissingInclude;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.Message.Note;
import dev.proviso.frontend.source.Message.Severity;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.syntax.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.cdt.core.dom.ast.IASTFileLocation;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorIncludeStatement;
import org.eclipse.cdt.core.dom.ast.IASTProblem;
import org.eclipse.cdt.core.parser.IProblem;

/** Problems to messages. */
final class Diagnosis {
  /** How many levels of inclusion a message names. */
  private static final int SHOWN_INCLUSIONS = 4;

  private final Places places;
  private final Includes includes;
  private final List<Message> messages = new ArrayList<>();
  private final List<MissingInclude> missing = new ArrayList<>();

  Diagnosis(Places places, Includes includes) {
    this.places = places;
    this.includes = includes;
  }

  List<Message> messages() {
    return messages;
  }

  List<MissingInclude> missingIncludes() {
    return missing;
  }

  void addSyntax(List<Problem> problems) {
    for (Problem problem : problems) {
      SourceRange range = problem.place().range();
      Severity severity = problem.place().inSystemHeader() ? Severity.WARNING : Severity.ERROR;
      List<Note> notes =
          problem.place().expansions().stream()
              .map(
                  e ->
                      new Note(
                          e.definition(),
                          "expanded from the macro '" + e.name() + "' defined here"))
              .toList();
      messages.add(
          new Message(severity, range, "syntax error: " + problem.reason(), notes, List.of()));
    }
  }

  void addPreprocessor(IASTProblem[] problems) {
    for (IASTProblem problem : problems) {
      addPreprocessor(problem);
    }
  }

  private void addPreprocessor(IASTProblem problem) {
    IASTFileLocation location = problem.getFileLocation();
    SourceRange range = places.range(location);
    String[] arguments = problem.getArguments();
    String argument = arguments == null || arguments.length == 0 ? "" : arguments[0];
    switch (problem.getID()) {
      case IProblem.PREPROCESSOR_INCLUSION_NOT_FOUND -> addMissing(location, range, argument);
      case IProblem.PREPROCESSOR_POUND_ERROR ->
          add(location, Severity.ERROR, range, "#error " + argument.strip());
      case IProblem.PREPROCESSOR_POUND_WARNING ->
          add(location, Severity.WARNING, range, "#warning " + argument.strip());
      case IProblem.PREPROCESSOR_CIRCULAR_INCLUSION ->
          add(
              location,
              Severity.WARNING,
              range,
              "this file includes itself; it is not read a second time");
      default -> {
        String sentence = PreprocessorProblems.sentence(problem.getID(), argument);
        if (!sentence.isEmpty()) {
          add(location, PreprocessorProblems.severity(problem.getID()), range, sentence);
        }
      }
    }
  }

  private void add(
      IASTFileLocation location, Severity severity, SourceRange range, String sentence) {
    messages.add(new Message(severity, range, sentence, includedFrom(location), List.of()));
  }

  private void addMissing(IASTFileLocation location, SourceRange range, String quoted) {
    String name = quoted.length() > 2 ? quoted.substring(1, quoted.length() - 1) : quoted;
    missing.add(new MissingInclude(name, range));
    List<String> searched = new ArrayList<>();
    if (quoted.startsWith("\"")) {
      Path parent = Path.of(range.file()).getParent();
      searched.add(parent == null ? "." : parent.toString());
      includes.quoted().forEach(p -> searched.add(p.toString()));
    }
    includes.searched().forEach(p -> searched.add(p.toString()));
    String where =
        searched.isEmpty() ? "no directory: there is no -I" : String.join(", ", searched);
    messages.add(
        new Message(
            Severity.WARNING,
            range,
            "the included file " + quoted + " is not found; looked in " + where,
            includedFrom(location),
            List.of("say where it is with -I DIR")));
  }

  private List<Note> includedFrom(IASTFileLocation location) {
    List<Note> notes = new ArrayList<>();
    IASTPreprocessorIncludeStatement include =
        location == null ? null : location.getContextInclusionStatement();
    while (include != null && notes.size() < SHOWN_INCLUSIONS) {
      IASTFileLocation place = include.getFileLocation();
      notes.add(new Note(places.range(place), "included from here"));
      include = place == null ? null : place.getContextInclusionStatement();
    }
    return notes;
  }
}
