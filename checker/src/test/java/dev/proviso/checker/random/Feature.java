// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import java.util.List;

/**
 * A piece of C of a kind that real programs have, of which {@link FeatureProgram} makes programs.
 * All texts are templates, see {@link Template}.
 *
 * @param declarations globals and functions; no two features declare the same names
 * @param statements what may stand in functions
 * @param values expressions of integer types without side effects
 * @param state values that tell all that the globals hold; empty if no finite number does
 */
record Feature(
    String declarations, List<String> statements, List<String> values, List<String> state) {}
