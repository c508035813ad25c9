// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.syntax.Node;
import dev.proviso.frontend.syntax.Place;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Locale;

/**
 * A syntax tree as nested text {@code Name(component, …)}, without places: what golden expectations
 * are written in.
 */
final class SyntaxText {
  private SyntaxText() {}

  static String of(Object value) {
    return switch (value) {
      case null -> "-";
      case String text -> text.isEmpty() ? "''" : text;
      case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
      case Collection<?> many ->
          "[" + String.join(" ", many.stream().map(SyntaxText::of).toList()) + "]";
      case Record tree -> record(tree);
      default -> value.toString();
    };
  }

  private static String record(Record tree) {
    StringBuilder text = new StringBuilder(tree.getClass().getSimpleName()).append('(');
    String separator = "";
    for (RecordComponent component : tree.getClass().getRecordComponents()) {
      if (component.getType() != Place.class && component.getType() != SourceRange.class) {
        text.append(separator).append(of(value(tree, component)));
        separator = " ";
      }
    }
    return text.append(')').toString();
  }

  private static Object value(Record tree, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(tree);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new AssertionError(e);
    }
  }

  static String place(Node node) {
    SourceRange range = node.place().range();
    return range.line() + ":" + range.column() + "-" + range.endLine() + ":" + range.endColumn();
  }
}
