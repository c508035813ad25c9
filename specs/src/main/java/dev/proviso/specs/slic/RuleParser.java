// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.slic;

import dev.proviso.frontend.source.InputException;
import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;

/**
 * Reads rule files. Says all that is wrong with the outer structure; what {@link RuleChecker} knows
 * better is left to it.
 */
public final class RuleParser {
  private RuleParser() {}

  /**
   * @param text the file's text
   * @param file its name, for messages, and for the rule's name where the text gives none
   */
  public static Rule parse(String text, String file) throws InputException {
    SlicLexer lexer = new SlicLexer(CharStreams.fromString(text, file));
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    SlicParser parser = new SlicParser(tokens);
    SyntaxErrors errors = new SyntaxErrors(file);
    lexer.removeErrorListeners();
    parser.removeErrorListeners();
    lexer.addErrorListener(errors);
    parser.addErrorListener(errors);
    SlicParser.RuleFileContext tree = parser.ruleFile();
    if (errors.first() != null) {
      throw new InputException(errors.first());
    }
    List<Message> messages = new ArrayList<>();
    Rule rule =
        new RuleBuilder(new Places(text, file), tokens, messages).build(tree, defaultName(file));
    if (rule.handlers().isEmpty() && messages.isEmpty()) {
      messages.add(
          Message.error(
              new SourceRange(file, 1, 1, 1, 1),
              "the rule has no events, so nothing can break it",
              "write one, such as: F.entry { abort \"F is called\"; }"));
    }
    if (!messages.isEmpty()) {
      throw new InputException(messages.stream().sorted().toList());
    }
    return rule;
  }

  /** A rule in a folder of its own is called like the folder. */
  private static String defaultName(String file) {
    Path path = Path.of(file);
    Path parent = path.getParent();
    String name = path.getFileName().toString();
    if (name.equals(RuleLibrary.RULE_FILE) && parent != null && parent.getFileName() != null) {
      return parent.getFileName().toString();
    }
    return name.endsWith(".slic") ? name.substring(0, name.length() - ".slic".length()) : name;
  }
}
