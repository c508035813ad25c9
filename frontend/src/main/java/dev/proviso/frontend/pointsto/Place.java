// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

/** An offset in an object: where a pointer may point to. There is one instance of each. */
final class Place {
  /** See {@link Places}. */
  final int number;

  final MemoryObject object;

  /** As it was when it was found. */
  final long offset;

  Place(int number, MemoryObject object, long offset) {
    this.number = number;
    this.object = object;
    this.offset = offset;
  }

  Place plus(long distance) {
    return distance == 0 ? this : object.place(offset + distance);
  }

  /** The offset that stands for it now. */
  long position() {
    return object.shape.fold(offset);
  }

  /** The place that stands for it now. */
  Place canonical() {
    return object.shape.fold(offset) == offset ? this : object.place(offset);
  }

  @Override
  public String toString() {
    return object + "+" + offset;
  }
}
