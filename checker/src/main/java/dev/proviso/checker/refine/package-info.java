// SPDX-License-Identifier: Apache-2.0
/**
 * Newton: is an abstract path one of the program's, and if not, what must be tracked to see that
 * (MSR-TR-2002-09; Dietsch et al., FSE 2017). Takes abstract paths, gives traces or a finer
 * precision.
 */
@NullMarked
package dev.proviso.checker.refine;

import org.jspecify.annotations.NullMarked;
