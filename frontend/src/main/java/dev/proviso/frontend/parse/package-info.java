// SPDX-License-Identifier: Apache-2.0
/**
 * C text to {@code syntax}, by Eclipse CDT: the only package that sees it. Takes files, or text,
 * with include directories, macros and a target; gives a translation unit with true places, and
 * messages. Resolves no names and computes no types.
 */
@NullMarked
package dev.proviso.frontend.parse;

import org.jspecify.annotations.NullMarked;
