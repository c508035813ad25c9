// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.frontend.program.Variable;

/**
 * A part of a variable that is not in memory, held as one bit-vector: the whole of a scalar, a
 * member of a struct, or what overlapping members of a union cover together.
 *
 * @param activation which activation of the variable's procedure; {@link #STATIC} for globals
 * @param offset bytes from the start of the variable
 */
record Cell(int activation, Variable variable, long offset, int bits) {
  /** The activation of variables with static storage. */
  static final int STATIC = -1;
}
