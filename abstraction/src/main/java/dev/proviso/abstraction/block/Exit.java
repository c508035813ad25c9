// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import dev.proviso.frontend.program.Edge;

/** Where a block can be left. */
public sealed interface Exit {
  /** At the next cut point. */
  record ToCut(CutPoint cut) implements Exit {}

  /** At an {@code Abort} of the rule. */
  record ToAbort(Edge edge) implements Exit {}

  /** Where code may run that the program does not hold: a lost body, an unresolved call. */
  record ToLost(Edge edge, String reason) implements Exit {}
}
