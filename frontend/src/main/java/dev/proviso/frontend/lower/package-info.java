// SPDX-License-Identifier: Apache-2.0
/**
 * Gives a C syntax tree its meaning: types with layout, conversions, order of evaluation, control
 * flow. Takes one {@code TranslationUnit}, gives the open {@code Program} of that unit. Knows no
 * parser, no rule, no platform but the intrinsic functions that docs/architecture.md lists.
 */
@NullMarked
package dev.proviso.frontend.lower;

import org.jspecify.annotations.NullMarked;
