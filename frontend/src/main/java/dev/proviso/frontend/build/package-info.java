// SPDX-License-Identifier: Apache-2.0
/**
 * How a project is built: its {@code compile_commands.json}, what compilers' flags mean, and what
 * the compiler itself says of its headers and macros. Takes such a file, gives which units there
 * are and how to read each; knows nothing of C's text, nor of platforms.
 */
@NullMarked
package dev.proviso.frontend.build;

import org.jspecify.annotations.NullMarked;
