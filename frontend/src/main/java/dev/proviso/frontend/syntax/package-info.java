// SPDX-License-Identifier: Apache-2.0
/**
 * Our own C syntax tree: C17 with GNU's and Microsoft's extensions, as immutable records, after
 * preprocessing. Names are not resolved and nothing is typed. Made by {@code parse}, read by {@code
 * lower}; knows no parser.
 */
@NullMarked
package dev.proviso.frontend.syntax;

import org.jspecify.annotations.NullMarked;
