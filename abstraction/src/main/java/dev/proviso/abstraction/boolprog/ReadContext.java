// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.source.SourceRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * What the readers of one program share: its file, its procedures' heads, what is wrong with it.
 */
final class ReadContext {
  private static final String COMMENT = "// ";

  private final String file;
  private final CommonTokenStream tokens;
  private final Precedence precedence;
  private final List<Message> messages = new ArrayList<>();
  private final Map<String, Head> heads = new LinkedHashMap<>();
  private @Nullable SourceRange threads;

  /** What a caller must know of a procedure. */
  record Head(int parameters, int results) {}

  ReadContext(String file, CommonTokenStream tokens, Precedence precedence) {
    this.file = file;
    this.tokens = tokens;
    this.precedence = precedence;
  }

  String file() {
    return file;
  }

  Precedence precedence() {
    return precedence;
  }

  List<Message> messages() {
    return messages;
  }

  Optional<SourceRange> threads() {
    return Optional.ofNullable(threads);
  }

  void startsThread(SourceRange place) {
    if (threads == null) {
      threads = place;
    }
  }

  Map<String, Head> heads() {
    return heads;
  }

  /** A name without its braces. */
  static String text(BpParser.NameContext name) {
    String text = name.getText();
    return text.startsWith("{") ? text.substring(1, text.length() - 1) : text;
  }

  void add(Message message) {
    messages.add(message);
  }

  void error(ParserRuleContext place, String sentence, String... help) {
    add(Message.error(range(place), sentence, help));
  }

  /** A name that means nothing. */
  void unknown(BpParser.NameContext name, String what, Collection<String> known) {
    error(name, "no " + what + " '" + text(name) + "'", NearNames.help(text(name), known));
  }

  SourceRange range(ParserRuleContext context) {
    Token first = context.getStart();
    Token last = context.getStop() == null ? first : context.getStop();
    // No token of the grammar but a comment goes over several lines.
    return new SourceRange(
        file,
        first.getLine(),
        first.getCharPositionInLine() + 1,
        last.getLine(),
        last.getCharPositionInLine() + Math.max(1, last.getText().length()));
  }

  void declare(List<BpParser.NameContext> names, Set<String> known, String what) {
    for (BpParser.NameContext name : names) {
      if (text(name).equals(BooleanStatement.DROPPED)) {
        error(name, "'_' is no variable: it takes values that nobody wants", "use another name");
      } else if (!known.add(text(name))) {
        error(name, "a second " + what + " '" + text(name) + "'", "declare it once");
      }
    }
  }

  /** False if there is one of that name already. */
  boolean declare(BpParser.ProcedureContext procedure) {
    Head head = new Head(procedure.name().size() - 1, results(procedure.type()));
    return heads.putIfAbsent(text(procedure.name(0)), head) == null;
  }

  private int results(BpParser.@Nullable TypeContext type) {
    if (type == null || type.getStart().getText().equals("void")) {
      return 0;
    }
    if (type.Number() == null) {
      return 1;
    }
    String number = type.Number().getText();
    if (number.length() > 4) {
      error(type, "a procedure with so many results", "at most 9999");
      return 1;
    }
    return Integer.parseInt(number);
  }

  /** The comment that follows on the same line, behind the semicolon. */
  Optional<String> comment(ParserRuleContext statement) {
    int next = statement.getStop().getTokenIndex() + 1;
    int line = statement.getStop().getLine();
    boolean behind = false;
    for (int i = next; i < tokens.size() && tokens.get(i).getLine() == line; i++) {
      Token token = tokens.get(i);
      if (token.getType() == BpLexer.LineComment) {
        String text = token.getText();
        return behind && text.startsWith(COMMENT)
            ? Optional.of(text.substring(COMMENT.length()))
            : Optional.empty();
      }
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        if (behind || !token.getText().equals(";")) {
          return Optional.empty();
        }
        behind = true;
      }
    }
    return Optional.empty();
  }
}
