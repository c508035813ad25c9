// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import java.util.List;
import java.util.Random;

/**
 * Fills in templates: {@code @[a|b]} is one of the texts, {@code $N} a small number, {@code $V} a
 * value, {@code $C} a condition, {@code $L} and {@code $G} a variable and a global of type int,
 * {@code $Q} a choice of the environment, {@code $S} a statement, {@code $i} a name that is new,
 * the same each time in one template.
 */
final class Template {
  private final Random random;
  private final Words words;
  private int names;

  /** What stands for the single letters. */
  interface Words {
    String value();

    String condition();

    String variable();

    String global();

    String choice();

    String statement();
  }

  Template(Random random, Words words) {
    this.random = random;
    this.words = words;
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  String fill(String template) {
    return letters(alternatives(template));
  }

  private String alternatives(String template) {
    String text = template;
    // The innermost first: an alternative may hold others.
    for (int start = text.lastIndexOf("@["); start >= 0; start = text.lastIndexOf("@[")) {
      int end = start + 2;
      for (int depth = 1; depth > 0; end++) {
        char c = text.charAt(end);
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      }
      String chosen = pick(List.of(text.substring(start + 2, end - 1).split("\\|", -1)));
      text = text.substring(0, start) + chosen + text.substring(end);
    }
    return text;
  }

  private String letters(String template) {
    StringBuilder out = new StringBuilder();
    String fresh = template.contains("$i") ? "i" + names++ : "";
    int i = 0;
    while (i < template.length()) {
      char c = template.charAt(i++);
      if (c != '$') {
        out.append(c);
        continue;
      }
      out.append(
          switch (template.charAt(i++)) {
            case 'N' -> String.valueOf(random.nextInt(4));
            case 'V' -> words.value();
            case 'C' -> words.condition();
            case 'L' -> words.variable();
            case 'G' -> words.global();
            case 'Q' -> words.choice();
            case 'S' -> words.statement();
            case 'i' -> fresh;
            default -> throw new IllegalArgumentException(template);
          });
    }
    return out.toString();
  }
}
