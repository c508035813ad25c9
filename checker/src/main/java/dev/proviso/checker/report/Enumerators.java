// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import dev.proviso.frontend.program.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a rule's states. Types know enumerations as the integers that they are, so that the
 * names are read off the rule's text: {@code enum { free, held } s}. Where that fails, the number
 * stays.
 */
final class Enumerators {
  private static final Pattern CONSTANT = Pattern.compile("(\\w+)\\s*(?:=\\s*(-?\\d+))?\\s*");

  private final Sources sources;
  private final Map<Variable, Map<String, String>> known = new HashMap<>();

  Enumerators(Sources sources) {
    this.sources = sources;
  }

  /** The value as the rule would write it. */
  String name(Variable state, String value) {
    return known.computeIfAbsent(state, this::names).getOrDefault(value, value);
  }

  private Map<String, String> names(Variable state) {
    String text =
        sources.text(state.declaration().file()).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
    Matcher declaration =
        Pattern.compile("enum\\b[^{};]*\\{([^}]*)}[^;]*\\b" + Pattern.quote(state.name()) + "\\b")
            .matcher(text);
    Map<String, String> names = new HashMap<>();
    long next = 0;
    if (declaration.find()) {
      for (String part : declaration.group(1).split(",", -1)) {
        Matcher constant = CONSTANT.matcher(part.strip());
        if (!constant.matches()) {
          return part.isBlank() ? names : Map.of();
        }
        next = constant.group(2) == null ? next : Long.parseLong(constant.group(2));
        names.putIfAbsent(Long.toString(next++), constant.group(1));
      }
    }
    return names;
  }
}
