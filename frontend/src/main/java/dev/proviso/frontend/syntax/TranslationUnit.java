// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import java.util.List;

/**
 * One file with all that it includes.
 *
 * @param file the path as the user named it
 */
public record TranslationUnit(String file, List<ExternalDeclaration> declarations) {
  public TranslationUnit {
    declarations = List.copyOf(declarations);
  }
}
