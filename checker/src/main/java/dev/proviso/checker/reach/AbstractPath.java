// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.frontend.program.Expr;
import java.util.List;

/** A path of the boolean program from the program's start to a goal, calls and returns matched. */
public record AbstractPath(List<Part> parts) {
  public AbstractPath {
    parts = List.copyOf(parts);
  }

  /** A part of a path. */
  public sealed interface Part {}

  /**
   * Through a block to one of its exits. The first part of a path starts in the program's initial
   * state.
   *
   * @param known equations that hold where it starts, on the way that the search took: others may
   *     take the path as well
   */
  public record Through(Block block, Exit exit, List<Expr> known) implements Part {
    public Through {
      known = List.copyOf(known);
    }

    public Through(Block block, Exit exit) {
      this(block, exit, List.of());
    }
  }

  /** Into a callee. */
  public record Into(CutPoint.BeforeCall call) implements Part {}

  /** Back from the callee that was entered last and not yet left. */
  public record OutOf(CutPoint.BeforeCall call) implements Part {}
}
