// SPDX-License-Identifier: Apache-2.0
/**
 * What pointers may point to, what procedures may modify and read, who calls whom. Takes a closed
 * {@link dev.proviso.frontend.program.Program}, knows no rules and no solvers.
 */
@NullMarked
package dev.proviso.frontend.pointsto;

import org.jspecify.annotations.NullMarked;
