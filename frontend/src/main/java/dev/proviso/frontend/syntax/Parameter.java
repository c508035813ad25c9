// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

/** A parameter of a function, perhaps without a name. */
public record Parameter(Place place, Specifiers specifiers, Declarator declarator)
    implements Node {}
