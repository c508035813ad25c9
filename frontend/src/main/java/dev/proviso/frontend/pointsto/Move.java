// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

/** A step from one value to another by pointer arithmetic. */
final class Move {
  final Value to;

  /** Bytes added. */
  long shift;

  /** An unknown multiple of this many bytes is added too; 0 for none. */
  final long step;

  /** The places that were not moved yet. */
  PlaceSet waiting = new PlaceSet();

  Move(Value to, long shift, long step) {
    this.to = to;
    this.shift = step > 0 ? Math.floorMod(shift, step) : shift;
    this.step = step;
  }
}
