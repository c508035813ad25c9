// SPDX-License-Identifier: Apache-2.0
/**
 * Large blocks (Beyer et al., FMCAD 2009): the program cut at procedure entries and exits, loop
 * heads and calls that are not folded, and the loop-free code between two cuts with small callees
 * folded in. Takes a closed program; knows no formulas.
 */
@NullMarked
package dev.proviso.abstraction.block;

import org.jspecify.annotations.NullMarked;
