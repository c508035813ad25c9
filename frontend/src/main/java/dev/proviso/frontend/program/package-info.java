// SPDX-License-Identifier: Apache-2.0
/**
 * The lowered C program: one control-flow graph per procedure, statements on its edges, expressions
 * without side effects in which every conversion is explicit. What all stages after the front end
 * work on. Immutable.
 */
@NullMarked
package dev.proviso.frontend.program;

import org.jspecify.annotations.NullMarked;
