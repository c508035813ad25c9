// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.source.Message;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.syntax.TranslationUnit;
import java.util.List;

/**
 * What parsing a file gives.
 *
 * @param messages errors and warnings in the order of the text; a syntax error in a header that was
 *     found in a system directory is a warning
 * @param missingIncludes what was not found; each is a warning among the messages too
 */
public record ParsedUnit(
    TranslationUnit unit, List<Message> messages, List<MissingInclude> missingIncludes) {

  /** An include directive whose file was not found; the name as written, without quotes. */
  public record MissingInclude(String name, SourceRange range) {}

  public ParsedUnit {
    messages = List.copyOf(messages);
    missingIncludes = List.copyOf(missingIncludes);
  }

  /** Whether any message is an error. */
  public boolean hasErrors() {
    return messages.stream().anyMatch(m -> m.severity() == Message.Severity.ERROR);
  }
}
