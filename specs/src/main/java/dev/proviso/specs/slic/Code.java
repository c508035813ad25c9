// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.slic;

import dev.proviso.frontend.source.SourceRange;
import java.util.List;

/**
 * A stretch of C in a rule file.
 *
 * @param text exactly as it stands there, comments and line ends included
 * @param range where it stands; for empty code the place where it would start
 * @param tokens what it is made of, without comments and white space
 */
public record Code(String text, SourceRange range, List<Token> tokens) {
  public Code {
    tokens = List.copyOf(tokens);
  }

  /** What a token is. */
  public enum Kind {
    NAME,
    NUMBER,
    STRING,
    CHARACTER,
    /** {@code $1}, {@code $return}, … */
    DOLLAR,
    PUNCTUATION
  }

  /**
   * A C token, or a {@code $} name.
   *
   * @param offset where it starts in the code's text
   */
  public record Token(Kind kind, String text, int offset, SourceRange range) {
    public int end() {
      return offset + text.length();
    }

    public boolean is(String spelling) {
      return text.equals(spelling);
    }
  }

  /** The code of some of the tokens, from {@code start} to before {@code end}: at least one. */
  public Code part(int start, int end) {
    List<Token> some = tokens.subList(start, end);
    int first = some.getFirst().offset();
    SourceRange from = some.getFirst().range();
    SourceRange to = some.getLast().range();
    return new Code(
        text.substring(first, some.getLast().end()),
        new SourceRange(from.file(), from.line(), from.column(), to.endLine(), to.endColumn()),
        some.stream()
            .map(t -> new Token(t.kind(), t.text(), t.offset() - first, t.range()))
            .toList());
  }
}
