// SPDX-License-Identifier: Apache-2.0
/**
 * Boolean programs as data, and their text in Bebop's {@code .bp} syntax. Knows nothing of the C
 * programs they abstract, nor of how they are decided.
 */
@NullMarked
package dev.proviso.abstraction.boolprog;

import org.jspecify.annotations.NullMarked;
