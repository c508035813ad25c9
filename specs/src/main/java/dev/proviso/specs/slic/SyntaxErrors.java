// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.slic;

import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Turns the parser's first complaint into a message. Later ones mostly follow from it. */
final class SyntaxErrors extends BaseErrorListener {
  private static final int LONG_LIST = 4;
  private final String file;
  private @Nullable Message first;

  SyntaxErrors(String file) {
    this.file = file;
  }

  @Nullable Message first() {
    return first;
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
    List<String> context = parser.getRuleInvocationStack();
    String found =
        token.getType() == Token.EOF
            ? "the file ends here"
            : "unexpected '" + token.getText() + "'";
    first = Message.error(range, found + expectation(parser, exception, context), help(context));
  }

  private static String expectation(
      Parser parser, @Nullable RecognitionException exception, List<String> context) {
    IntervalSet expected =
        exception != null && exception.getExpectedTokens() != null
            ? exception.getExpectedTokens()
            : parser.getExpectedTokens();
    if (context.contains("code")) {
      return ": a closing '}', ')' or ']' is missing or does not fit";
    }
    if (expected.size() == 0 || expected.size() > LONG_LIST) {
      return "";
    }
    List<String> names =
        expected.toList().stream()
            .filter(t -> t != Token.EOF)
            .map(t -> parser.getVocabulary().getDisplayName(t))
            .filter(n -> !n.equals("'*'"))
            .map(n -> n.equals("Name") ? "a name" : n.equals("Dollar") ? "$1, $2, … or $return" : n)
            .toList();
    return names.isEmpty() ? "" : ", expected " + String.join(" or ", names);
  }

  private static String[] help(List<String> context) {
    for (String rule : context) {
      switch (rule) {
        case "watches", "watch", "value" -> {
          return new String[] {
            "a watch names values of events: watch F.entry.$1, or watch [F.entry.$1, G.exit.$return]"
          };
        }
        case "handler", "functions", "function" -> {
          return new String[] {
            "an event is written F.entry { … } or [F, G].exit with guard ($1) { … }"
          };
        }
        case "code" -> {
          return new String[0];
        }
        default -> {}
      }
    }
    return new String[] {
      "a rule file holds: rule NAME; platform NAME; state { … } [watch F.entry.$1], events F.entry { … }, C functions"
    };
  }
}
