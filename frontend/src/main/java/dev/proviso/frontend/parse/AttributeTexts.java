// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.parse;

import dev.proviso.frontend.syntax.Attribute;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.cdt.core.dom.ast.IASTAttribute;
import org.eclipse.cdt.core.dom.ast.IASTToken;
import org.eclipse.cdt.core.dom.ast.IASTTokenList;
import org.eclipse.cdt.core.parser.IToken;

/** Attributes, whose arguments CDT leaves as tokens. */
final class AttributeTexts {
  private AttributeTexts() {}

  static Attribute attribute(IASTAttribute attribute, Places places) {
    String name = new String(attribute.getName());
    if (name.length() > 4 && name.startsWith("__") && name.endsWith("__")) {
      name = name.substring(2, name.length() - 2);
    }
    return new Attribute(places.of(attribute), name, arguments(attribute.getArgumentClause()));
  }

  private static List<String> arguments(IASTToken clause) {
    if (!(clause instanceof IASTTokenList list)) {
      return List.of();
    }
    List<String> arguments = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (IASTToken token : list.getTokens()) {
      if (token.getTokenType() == IToken.tCOMMA) {
        arguments.add(current.toString());
        current.setLength(0);
      } else {
        append(current, token);
      }
    }
    if (!current.isEmpty() || !arguments.isEmpty()) {
      arguments.add(current.toString());
    }
    return arguments;
  }

  private static void append(StringBuilder text, IASTToken token) {
    if (token instanceof IASTTokenList list) {
      for (IASTToken inner : list.getTokens()) {
        append(text, inner);
      }
      return;
    }
    String image = new String(token.getTokenCharImage());
    if (!text.isEmpty()
        && !image.isEmpty()
        && Character.isJavaIdentifierPart(text.charAt(text.length() - 1))
        && Character.isJavaIdentifierPart(image.charAt(0))) {
      text.append(' ');
    }
    text.append(image);
  }
}
