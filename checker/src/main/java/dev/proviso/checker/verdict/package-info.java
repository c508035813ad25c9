// SPDX-License-Identifier: Apache-2.0
/**
 * What a check ends in: the verdict, its trace or assumptions, and the figures of the run. Plain
 * data.
 */
@NullMarked
package dev.proviso.checker.verdict;

import org.jspecify.annotations.NullMarked;
