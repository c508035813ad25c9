// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

/** A step from one value to another by pointer arithmetic. */
final class Move implements Use {
  /** What else leads to it is no part of the arithmetic. */
  final Value to;

  /** Bytes added. */
  long shift;

  /** An unknown multiple of this many bytes is added too; 0 for none. */
  final long step;

  /** The places that were not moved yet. */
  SparseSet waiting = new SparseSet();

  private final Arithmetic arithmetic;
  private final Key key;

  private record Key(long shift, long step) {}

  Move(Arithmetic arithmetic, Value to, Stride by) {
    this.arithmetic = arithmetic;
    this.to = to;
    this.step = by.step();
    this.shift = step > 0 ? Math.floorMod(by.shift(), step) : by.shift();
    this.key = new Key(shift, step);
  }

  @Override
  public void at(Place place) {
    arithmetic.await(this, place);
  }

  @Override
  public Object key() {
    return key;
  }

  @Override
  public void unite(Use other) {
    arithmetic.inclusions().merge(to, ((Move) other).to);
  }
}
