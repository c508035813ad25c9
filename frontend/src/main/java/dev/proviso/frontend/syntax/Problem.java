// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

/**
 * Text that could not be parsed.
 *
 * @param reason a sentence on what is wrong, without a full stop
 */
public record Problem(Place place, String reason)
    implements ExternalDeclaration, Statement, Expression, TypeSpecifier {}
