// SPDX-License-Identifier: Apache-2.0
/**
 * Reachability in the boolean program by path edges and summary edges (Bebop: Ball, Rajamani, SPIN
 * 2000; Reps, Horwitz, Sagiv, POPL 1995). Takes an abstractor, gives an abstract path to the goal
 * or the reachable states; knows no solver.
 */
@NullMarked
package dev.proviso.checker.reach;

import org.jspecify.annotations.NullMarked;
