// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.block;

import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Location;

/** A point of a procedure where abstract states are kept. */
public sealed interface CutPoint {
  /** The procedure it belongs to. */
  String procedure();

  /** A location: a procedure's entry or exit, a loop head, the place after a call. */
  record At(Location location) implements CutPoint {
    @Override
    public String procedure() {
      return location.procedure();
    }

    @Override
    public String toString() {
      return location.toString();
    }
  }

  /**
   * Just before a call of a procedure that is not folded; where the call is through a pointer, once
   * it is known to go there.
   */
  record BeforeCall(Edge edge, String callee) implements CutPoint {
    @Override
    public String procedure() {
      return edge.source().procedure();
    }

    @Override
    public String toString() {
      return edge.source() + " calling " + callee;
    }
  }
}
