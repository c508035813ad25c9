// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorPragmaStatement;
import org.eclipse.cdt.core.dom.ast.IASTPreprocessorStatement;
import org.eclipse.cdt.internal.core.dom.parser.ASTNode;

/** What {@code #pragma pack} and its operator forms say at each place of a unit. */
final class Packing {
  private static final Pattern PACK =
      Pattern.compile("\\s*pack\\s*\\(([^)]*)\\).*", Pattern.DOTALL);

  private final NavigableMap<Integer, Integer> packings = new TreeMap<>();
  private final Deque<Integer> saved = new ArrayDeque<>();
  private final int usual;
  private int current;

  /**
   * @param usual the limit where no pragma says otherwise; 0 for none
   * @param operators pragmas that are written as operators, by offset
   */
  Packing(int usual, IASTPreprocessorStatement[] statements, Map<Integer, String> operators) {
    this.usual = usual;
    this.current = usual;
    NavigableMap<Integer, String> pragmas = new TreeMap<>(operators);
    for (IASTPreprocessorStatement statement : statements) {
      if (statement instanceof IASTPreprocessorPragmaStatement pragma && statement.isActive()) {
        pragmas.put(((ASTNode) statement).getOffset(), new String(pragma.getMessage()));
      }
    }
    pragmas.forEach(this::read);
  }

  /** The limit at that offset; 0 for none. */
  int at(int offset) {
    var before = packings.floorEntry(offset);
    return before == null ? usual : before.getValue();
  }

  private void read(int offset, String pragma) {
    Matcher matcher = PACK.matcher(pragma);
    if (!matcher.matches()) {
      return;
    }
    boolean bare = true;
    for (String word : matcher.group(1).split(",")) {
      String argument = word.strip();
      switch (argument) {
        case "push" -> saved.push(current);
        case "pop" -> current = saved.isEmpty() ? usual : saved.pop();
        default -> {
          if (!argument.isEmpty() && argument.chars().allMatch(Character::isDigit)) {
            current = Integer.parseInt(argument);
          }
        }
      }
      bare &= argument.isEmpty();
    }
    if (bare) {
      current = usual;
    }
    packings.put(offset, current);
  }
}
