// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

/**
 * {@code _Static_assert(condition, "message")}, outside and inside functions.
 *
 * @param message the literal as written, empty where there is none
 */
public record StaticAssert(Place place, Expression condition, String message)
    implements ExternalDeclaration {}
