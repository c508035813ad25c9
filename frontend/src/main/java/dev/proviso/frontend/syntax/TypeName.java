// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

/**
 * A type without an object: in casts, {@code sizeof}, compound literals.
 *
 * @param declarator without a name
 */
public record TypeName(Place place, Specifiers specifiers, Declarator declarator) implements Node {}
