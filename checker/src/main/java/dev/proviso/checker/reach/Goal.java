// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.block.Exit;

/** What is looked for. */
public enum Goal {
  /** The rule is broken. */
  ABORT,
  /** Code is reached that the program does not hold. */
  LOST_CODE;

  boolean isMetBy(Exit exit) {
    return switch (exit) {
      case Exit.ToCut e -> false;
      case Exit.ToAbort e -> this == ABORT;
      case Exit.ToLost e -> this == LOST_CODE;
    };
  }
}
