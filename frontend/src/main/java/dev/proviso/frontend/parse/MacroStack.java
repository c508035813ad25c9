// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.cdt.core.parser.util.CharArrayMap;
import org.eclipse.cdt.internal.core.parser.scanner.CPreprocessor;

/**
 * {@code #pragma push_macro("X")} and {@code pop_macro}. CDT reads over pragmas before it hands on
 * the next token, expanded already: so these directives are rewritten as operators, which come as
 * tokens in their place.
 */
final class MacroStack {
  private static final Pattern DIRECTIVE =
      Pattern.compile("(?m)^([ \t]*)#[ \t]*pragma[ \t]+((push|pop)_macro[ \t]*\\(\"[^\"\n]*\"\\))");

  private static final Pattern PRAGMA =
      Pattern.compile("\\s*(push|pop)_macro\\s*\\(\\s*\\\\?\"([^\"\\\\]*)\\\\?\"\\s*\\)\\s*");

  private final CharArrayMap<Object> macros;
  private final Map<String, Deque<Optional<Object>>> saved = new HashMap<>();

  MacroStack(CPreprocessor preprocessor) {
    this.macros = macrosOf(preprocessor);
  }

  /** The text with the directives as operators; lines stay where they are. */
  static String asOperators(String text) {
    return text.contains("_macro")
        ? DIRECTIVE
            .matcher(text)
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(
                        m.group(1) + "_Pragma(\"" + m.group(2).replace("\"", "\\\"") + "\")"))
        : text;
  }

  /** Does what the pragma says, if it is one of these. */
  void read(String pragma) {
    Matcher matcher = PRAGMA.matcher(pragma);
    if (!matcher.matches()) {
      return;
    }
    String name = matcher.group(2);
    Deque<Optional<Object>> stack = saved.computeIfAbsent(name, n -> new ArrayDeque<>());
    if (matcher.group(1).equals("push")) {
      stack.push(Optional.ofNullable(macros.get(name.toCharArray())));
    } else if (!stack.isEmpty()) {
      stack
          .pop()
          .ifPresentOrElse(
              macro -> macros.put(name.toCharArray(), macro),
              () -> macros.remove(name.toCharArray()));
    }
  }

  /** CDT has no other way to take a definition back. */
  @SuppressWarnings("unchecked")
  private static CharArrayMap<Object> macrosOf(CPreprocessor preprocessor) {
    try {
      Field field = CPreprocessor.class.getDeclaredField("fMacroDictionary");
      field.setAccessible(true);
      return (CharArrayMap<Object>) field.get(preprocessor);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("another CDT than this was written for", e);
    }
  }
}
