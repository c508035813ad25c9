// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

/** Anything that stands somewhere in the text. */
public sealed interface Node
    permits ExternalDeclaration,
        Statement,
        Expression,
        Initializer,
        Designator,
        TypeSpecifier,
        TypeName,
        Specifiers,
        Declarator,
        InitDeclarator,
        Parameter,
        Member,
        Enumerator,
        Attribute {
  Place place();
}
