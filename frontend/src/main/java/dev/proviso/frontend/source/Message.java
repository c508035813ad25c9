// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.source;

import java.util.List;

/**
 * Something to tell the user about a place, printed as {@code file:line:col: kind: sentence}, then
 * the source line, notes and help.
 *
 * @param range the place, or {@link SourceRange#NONE}
 * @param notes further places or facts, each printed as a {@code note:} line
 * @param help what to do next, each printed as a {@code help:} line
 */
public record Message(
    Severity severity, SourceRange range, String sentence, List<Note> notes, List<String> help)
    implements Comparable<Message> {

  /** How bad it is: an error ends the run, a warning does not. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  /** A further fact about a message, with its own place. */
  public record Note(SourceRange range, String sentence) {}

  public Message {
    notes = List.copyOf(notes);
    help = List.copyOf(help);
  }

  public static Message error(SourceRange range, String sentence, String... help) {
    return new Message(Severity.ERROR, range, sentence, List.of(), List.of(help));
  }

  public static Message warning(SourceRange range, String sentence, String... help) {
    return new Message(Severity.WARNING, range, sentence, List.of(), List.of(help));
  }

  @Override
  public int compareTo(Message other) {
    return range.compareTo(other.range);
  }
}
