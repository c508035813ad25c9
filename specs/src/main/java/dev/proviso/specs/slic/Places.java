// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.slic;

import dev.proviso.frontend.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** From ANTLR's tokens to ranges and code. */
record Places(String text, String file) {

  SourceRange range(Token first, Token last) {
    String[] lines = last.getText().split("\n", -1);
    int endLine = last.getLine() + lines.length - 1;
    int endColumn =
        lines.length == 1
            ? last.getCharPositionInLine() + last.getText().length()
            : lines[lines.length - 1].length();
    return new SourceRange(
        file, first.getLine(), first.getCharPositionInLine() + 1, endLine, endColumn);
  }

  SourceRange range(ParserRuleContext context) {
    Token last = context.getStop() == null ? context.getStart() : context.getStop();
    return range(context.getStart(), last);
  }

  /** The code between two tokens, as between braces: with the comments and spaces next to them. */
  Code between(CommonTokenStream stream, Token open, Token close) {
    int start = open.getStopIndex() + 1;
    SourceRange after = range(open, open);
    SourceRange range =
        new SourceRange(
            file,
            after.endLine(),
            after.endColumn() + 1,
            close.getLine(),
            close.getCharPositionInLine());
    return code(
        stream,
        start,
        close.getStartIndex(),
        open.getTokenIndex() + 1,
        close.getTokenIndex(),
        range);
  }

  /** The code from one token to another, both included. */
  Code including(CommonTokenStream stream, Token first, Token last) {
    return code(
        stream,
        first.getStartIndex(),
        last.getStopIndex() + 1,
        first.getTokenIndex(),
        last.getTokenIndex() + 1,
        range(first, last));
  }

  private Code code(
      CommonTokenStream stream,
      int start,
      int end,
      int firstToken,
      int endToken,
      SourceRange range) {
    List<Code.Token> tokens = new ArrayList<>();
    for (int i = firstToken; i < endToken; i++) {
      Token token = stream.get(i);
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        tokens.add(
            new Code.Token(
                kind(token), token.getText(), token.getStartIndex() - start, range(token, token)));
      }
    }
    // ANTLR counts code points, Java UTF-16 units.
    String part =
        text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    return new Code(part, range, tokens);
  }

  private static Code.Kind kind(Token token) {
    return switch (token.getType()) {
      case SlicLexer.Dollar -> Code.Kind.DOLLAR;
      case SlicLexer.Number -> Code.Kind.NUMBER;
      case SlicLexer.String -> Code.Kind.STRING;
      case SlicLexer.Character -> Code.Kind.CHARACTER;
      default ->
          Character.isLetter(token.getText().charAt(0)) || token.getText().charAt(0) == '_'
              ? Code.Kind.NAME
              : Code.Kind.PUNCTUATION;
    };
  }
}
