// SPDX-License-Identifier: Apache-2.0
/** The loop: abstract, search, refine, until a verdict or a limit. */
@NullMarked
package dev.proviso.checker.cegar;

import org.jspecify.annotations.NullMarked;
