// SPDX-License-Identifier: Apache-2.0
/**
 * Reachability by path edges and summary edges (Bebop: Ball, Rajamani, SPIN 2000; Reps, Horwitz,
 * Sagiv, POPL 1995). {@link dev.proviso.checker.reach.Search} explores any {@link
 * dev.proviso.checker.reach.Pushdown}; {@link dev.proviso.checker.reach.Reachability} is the search
 * of a C program's abstraction: takes an abstractor, gives an abstract path to the goal, or
 * nothing. Knows no solver.
 */
@NullMarked
package dev.proviso.checker.reach;

import org.jspecify.annotations.NullMarked;
