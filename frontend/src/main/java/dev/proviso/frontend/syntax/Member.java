// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A member of a struct or union.
 *
 * @param specifiers the same object for members declared together
 * @param declarator without a name for an anonymous struct or union, for padding bit-fields, and
 *     where a tag or enum is only declared
 * @param bitWidth for a bit-field its width, otherwise null
 */
public record Member(
    Place place, Specifiers specifiers, Declarator declarator, @Nullable Expression bitWidth)
    implements Node {}
