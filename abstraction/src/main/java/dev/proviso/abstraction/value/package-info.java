// SPDX-License-Identifier: Apache-2.0
/**
 * Variables that hold few constants and are only copied and compared (design §4.11): finds them,
 * and computes what blocks and calls do to them on BDDs alone (domain types: Apel et al., HVC 2013;
 * Beyer, Stahlbauer, STTT 2014). Takes blocks and what is tracked, gives transition relations;
 * knows no solver.
 */
@NullMarked
package dev.proviso.abstraction.value;

import org.jspecify.annotations.NullMarked;
