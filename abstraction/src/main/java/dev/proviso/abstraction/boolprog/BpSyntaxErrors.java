// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Turns the parser's first complaint into a message. Later ones mostly follow from it. */
final class BpSyntaxErrors extends BaseErrorListener {
  private static final int LONG_LIST = 4;

  private final String file;
  private @Nullable Message first;

  BpSyntaxErrors(String file) {
    this.file = file;
  }

  Optional<Message> first() {
    return Optional.ofNullable(first);
  }

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      @Nullable Object symbol,
      int line,
      int column,
      String text,
      @Nullable RecognitionException exception) {
    if (first != null) {
      return;
    }
    SourceRange range = new SourceRange(file, line, column + 1, line, column + 1);
    if (!(symbol instanceof Token token) || !(recognizer instanceof Parser parser)) {
      first = Message.error(range, "this cannot be read: " + text);
      return;
    }
    String found =
        token.getType() == Token.EOF
            ? "the file ends here"
            : "unexpected '" + token.getText() + "'";
    first =
        Message.error(
            range,
            found + expectation(parser, exception),
            help(parser, token).toArray(String[]::new));
  }

  private static String expectation(Parser parser, @Nullable RecognitionException exception) {
    IntervalSet expected =
        exception != null && exception.getExpectedTokens() != null
            ? exception.getExpectedTokens()
            : parser.getExpectedTokens();
    if (expected.size() == 0 || expected.size() > LONG_LIST) {
      return "";
    }
    List<String> names =
        expected.toList().stream()
            .map(
                t ->
                    t == BpParser.EOF
                        ? "the end of the file"
                        : parser.getVocabulary().getDisplayName(t))
            .map(n -> n.equals("Name") ? "a name" : n.equals("Number") ? "a number" : n)
            .filter(n -> !n.equals("Quoted"))
            .toList();
    return names.isEmpty() ? "" : ", expected " + String.join(" or ", names);
  }

  private static List<String> help(Parser parser, Token token) {
    List<String> context = parser.getRuleInvocationStack();
    if (token.getText().equals("/*")) {
      return List.of("this comment is never closed");
    }
    if (context.contains("expr") || context.contains("exprs")) {
      return List.of(
          "conditions are made of names, {quoted names}, T, F, *, !, &, |, ^, =, !=, =>, 'next and schoose[a, b]");
    }
    return context.contains("sequence")
        ? List.of(
            "statements end in ';': skip, a, b := e, f constrain (c), a := f(b), goto L, M, assume(e),"
                + " assert(e), return e, if e then … elsif … else … fi, while e do … od")
        : List.of("a program holds: decl a, b; and procedures: void f(a) begin … end");
  }
}
