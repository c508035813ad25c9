// SPDX-License-Identifier: Apache-2.0
/**
 * Looks for defects by executing the program symbolically, one way after the other. Takes a
 * program, gives ways that reach an abort; proves nothing, and knows nothing of predicates.
 */
@NullMarked
package dev.proviso.checker.explore;

import org.jspecify.annotations.NullMarked;
