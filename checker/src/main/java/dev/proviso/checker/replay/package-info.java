// SPDX-License-Identifier: Apache-2.0
/**
 * Executes a defect in the interpreter: takes the program as it was woven, the path that Newton
 * found and what the solver's model chose on it; says whether the abort is reached. Knows neither
 * solver nor formulas: what both have in common is where objects stand.
 */
@NullMarked
package dev.proviso.checker.replay;

import org.jspecify.annotations.NullMarked;
