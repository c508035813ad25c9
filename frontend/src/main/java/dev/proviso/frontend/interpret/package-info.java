// SPDX-License-Identifier: Apache-2.0
/**
 * Executes a program step by step, bit by bit as its ABI says: takes a closed Program, its input
 * and what chooses where C leaves values open; gives its output, its exit code and messages about
 * memory that is used wrongly. Knows the C library, nothing of rules, models or solvers.
 *
 * <p>Procedures are compiled to closures when they are first called ({@code *Compiler});
 * activations are objects ({@code Frame}), so that recursion is as deep as memory allows and {@code
 * longjmp} is a change of the current one.
 */
@NullMarked
package dev.proviso.frontend.interpret;

import org.jspecify.annotations.NullMarked;
