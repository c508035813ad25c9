// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.build;

import java.util.ArrayList;
import java.util.List;

/** Takes the text of a command apart into its words, as a shell, or Windows, would. */
final class CommandWords {
  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean begun;

  private CommandWords(String text) {
    this.text = text;
  }

  /** By the rules of the system that the program named first is for. */
  static List<String> of(String command) {
    String first = new CommandWords(command).posix().stream().findFirst().orElse("");
    String raw = command.strip();
    boolean windows = raw.matches("(?s)\"?[A-Za-z]:[\\\\/].*") || CompilerName.isMicrosoft(first);
    return windows ? windows(command) : new CommandWords(command).posix();
  }

  /** What a response file of a GNU compiler holds, too. */
  static List<String> posix(String text) {
    return new CommandWords(text).posix();
  }

  static List<String> windows(String text) {
    return new CommandWords(text).windows();
  }

  private List<String> posix() {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == '\'') {
        quote = c == '\'' ? 0 : add(c, quote);
      } else if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        if (quote == '"' && "\"\\$`\n".indexOf(next) < 0) {
          add(c, quote);
        }
        if (next != '\n') {
          add(next, quote);
        }
      } else if (quote == '"') {
        quote = c == '"' ? 0 : add(c, quote);
      } else if (c == '\'' || c == '"') {
        quote = c;
        begun = true;
      } else if (Character.isWhitespace(c)) {
        end();
      } else {
        add(c, quote);
      }
    }
    end();
    return words;
  }

  /** Backslashes are plain but before quotes: the rules of Microsoft's C start-up code. */
  private List<String> windows() {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int slashes = 0;
      while (c == '\\' && i + slashes < text.length() && text.charAt(i + slashes) == '\\') {
        slashes++;
      }
      if (slashes > 0) {
        boolean beforeQuote = i + slashes < text.length() && text.charAt(i + slashes) == '"';
        word.repeat('\\', beforeQuote ? slashes / 2 : slashes);
        begun = true;
        i += slashes - 1;
        if (beforeQuote && slashes % 2 == 1) {
          word.append('"');
          i++;
        }
      } else if (c == '"') {
        quoted = !quoted;
        begun = true;
      } else if (Character.isWhitespace(c) && !quoted) {
        end();
      } else {
        add(c, '"');
      }
    }
    end();
    return words;
  }

  private char add(char c, char quote) {
    word.append(c);
    begun = true;
    return quote;
  }

  private void end() {
    if (begun) {
      words.add(word.toString());
      word.setLength(0);
      begun = false;
    }
  }
}
