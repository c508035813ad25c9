// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import java.util.List;

/**
 * A declaration of objects, functions, typedef names, or of a tag only (no declarators).
 *
 * @param declarators one for each name declared
 */
public record Declaration(Place place, Specifiers specifiers, List<InitDeclarator> declarators)
    implements ExternalDeclaration {
  public Declaration {
    declarators = List.copyOf(declarators);
  }
}
