// SPDX-License-Identifier: Apache-2.0
/**
 * Predicate abstraction on demand: the transition relations of the boolean program, computed by the
 * solver for the abstract states that reachability meets. Takes blocks and a precision, gives BDDs;
 * does not know how states are explored.
 */
@NullMarked
package dev.proviso.abstraction.abstractor;

import org.jspecify.annotations.NullMarked;
