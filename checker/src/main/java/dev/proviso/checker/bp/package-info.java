// SPDX-License-Identifier: Apache-2.0
/**
 * Decides boolean programs: takes one that was read, gives whether an assertion can fail or a label
 * can be reached, with a trace that was executed. Explores by {@link
 * dev.proviso.checker.reach.Search}; knows nothing of C.
 */
@NullMarked
package dev.proviso.checker.bp;

import org.jspecify.annotations.NullMarked;
