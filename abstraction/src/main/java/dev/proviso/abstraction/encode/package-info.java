// SPDX-License-Identifier: Apache-2.0
/**
 * Blocks and expressions as bit-precise formulas: one formula a block, from static single
 * assignment, with a truth value for each arc. Takes blocks and points-to results, gives terms;
 * knows no predicates.
 */
@NullMarked
package dev.proviso.abstraction.encode;

import org.jspecify.annotations.NullMarked;
