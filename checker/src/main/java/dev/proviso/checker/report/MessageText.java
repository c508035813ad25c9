// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import java.util.Locale;
import java.util.Optional;

/**
 * Messages as text: {@code file:line:col: kind: sentence [Rule]}, the source line with a mark under
 * the place, then notes, then help.
 */
public final class MessageText {
  private static final int TAB = 8;

  /** Of longer lines, what stands around the place is shown. */
  private static final int WIDEST = 300;

  /** Longer sentences, which quote something long, are cut in the middle. */
  private static final int LONGEST = 1200;

  private final Sources sources;

  public MessageText(Sources sources) {
    this.sources = sources;
  }

  /** A message that concerns no rule in particular. */
  public String print(Message message) {
    return print(message, "");
  }

  /**
   * A message about a rule.
   *
   * @param rule the rule's name, or nothing
   */
  public String print(Message message, String rule) {
    StringBuilder out = new StringBuilder();
    String kind = message.severity().name().toLowerCase(Locale.ROOT);
    out.append(place(message.range())).append(kind).append(": ").append(cut(message.sentence()));
    out.append(rule.isEmpty() ? "" : " [" + rule + "]").append('\n');
    out.append(excerpt(message.range()));
    for (Message.Note note : message.notes()) {
      out.append(place(note.range())).append("note: ").append(cut(note.sentence())).append('\n');
      out.append(excerpt(note.range()));
    }
    message.help().forEach(h -> out.append("  help: ").append(h).append('\n'));
    return out.toString();
  }

  private static String cut(String sentence) {
    int length = sentence.length();
    return length <= LONGEST
        ? sentence
        : sentence.substring(0, LONGEST / 2) + " … " + sentence.substring(length - LONGEST / 4);
  }

  private static String place(SourceRange range) {
    return range.equals(SourceRange.NONE) ? "" : range + ": ";
  }

  /**
   * The source line and, below it, a caret at the column and waves as far as the range goes on this
   * line.
   */
  String excerpt(SourceRange range) {
    Optional<String> line = sources.line(range);
    if (line.isEmpty() || line.get().isBlank()) {
      return "";
    }
    String number = String.valueOf(range.line());
    // A window that begins somewhat before the place.
    int from = Math.max(0, Math.min(range.column() - 1 - WIDEST / 4, line.get().length() - WIDEST));
    int shift = line.get().length() <= WIDEST ? 0 : from;
    String text = line.get().substring(shift, Math.min(line.get().length(), shift + WIDEST));
    int start = Math.clamp(range.column() - 1L - shift, 0, text.length());
    int end =
        range.endLine() == range.line()
            ? Math.clamp((long) range.endColumn() - shift, start, text.length())
            : text.stripTrailing().length();
    String before = expand(text.substring(0, start));
    String marked = expand(text.substring(0, Math.max(start, end))).substring(before.length());
    String mark = " ".repeat(before.length()) + "^" + "~".repeat(Math.max(0, marked.length() - 1));
    return "  %s | %s\n".formatted(number, expand(text).stripTrailing())
        + "  %s | %s\n".formatted(" ".repeat(number.length()), mark);
  }

  static String expand(String line) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\t') {
        out.append(" ".repeat(TAB - out.length() % TAB));
      } else {
        out.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return out.toString();
  }
}
