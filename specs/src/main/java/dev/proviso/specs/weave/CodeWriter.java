// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.slic.Code;
import dev.proviso.specs.slic.Code.Kind;
import dev.proviso.specs.slic.Code.Token;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Copies rule code, with SLIC's own statements replaced by calls that the front end knows. {@code
 * $1} and its like stay: they are C identifiers to it.
 */
final class CodeWriter {
  /** What may stand after a {@code *} that is a choice: no operand does. */
  private static final Set<String> AFTER_CHOICE = Set.of(")", "&&", "||", "?", ":", ";", ",");

  private static final Set<String> BEFORE_CHOICE =
      Set.of("(", "!", "&&", "||", "?", ":", "=", ",", "return");

  private final UnitText out;
  private final UnaryOperator<String> message;

  /**
   * @param message completes the text of an {@code abort}, which is still as the file spells it;
   *     empty where it has none
   */
  CodeWriter(UnitText out, UnaryOperator<String> message) {
    this.out = out;
    this.message = message;
  }

  void write(Code code) {
    List<Token> tokens = code.tokens();
    int copied = 0;
    int line = code.range().line();
    int column = code.range().column();
    for (int i = 0; i < tokens.size(); i++) {
      int end = replaced(tokens, i);
      if (end > i) {
        Token token = tokens.get(i);
        out.copied(
            code.text().substring(copied, token.offset()), code.range().file(), line, column);
        SourceRange last = tokens.get(end - 1).range();
        out.made(
            replacement(tokens.subList(i, end)),
            new SourceRange(
                last.file(),
                token.range().line(),
                token.range().column(),
                last.endLine(),
                last.endColumn()));
        copied = tokens.get(end - 1).end();
        line = last.endLine();
        column = last.endColumn() + 1;
        i = end - 1;
      }
    }
    out.copied(code.text().substring(copied), code.range().file(), line, column);
  }

  /**
   * The end of the tokens from {@code start} on that C does not know; {@code start} if it knows
   * them.
   */
  private static int replaced(List<Token> tokens, int start) {
    Token token = tokens.get(start);
    if (isAbort(tokens, start) || isHalt(tokens, start)) {
      int end = start + 1;
      while (!tokens.get(end).is(";")) {
        end++;
      }
      return end + 1;
    }
    return token.is("*") && isChoice(tokens, start) ? start + 1 : start;
  }

  private String replacement(List<Token> tokens) {
    if (tokens.getFirst().is("halt")) {
      return "__proviso_assume(0);";
    }
    if (tokens.getFirst().is("*")) {
      return "__proviso_nondet_int()";
    }
    StringBuilder text = new StringBuilder();
    tokens.stream()
        .filter(t -> t.kind() == Kind.STRING)
        .forEach(t -> text.append(t.text(), 1, t.text().length() - 1));
    return "__proviso_abort(\"" + message.apply(text.toString()) + "\");";
  }

  /** {@code abort;} or {@code abort "message";}. */
  static boolean isAbort(List<Token> tokens, int index) {
    if (!tokens.get(index).is("abort")) {
      return false;
    }
    int next = index + 1;
    while (next < tokens.size() && tokens.get(next).kind() == Kind.STRING) {
      next++;
    }
    return next < tokens.size() && tokens.get(next).is(";");
  }

  private static boolean isHalt(List<Token> tokens, int index) {
    return tokens.get(index).is("halt")
        && index + 1 < tokens.size()
        && tokens.get(index + 1).is(";");
  }

  /** A {@code *} without an operand on either side. */
  private static boolean isChoice(List<Token> tokens, int index) {
    return index > 0
        && index + 1 < tokens.size()
        && BEFORE_CHOICE.contains(tokens.get(index - 1).text())
        && AFTER_CHOICE.contains(tokens.get(index + 1).text());
  }
}
