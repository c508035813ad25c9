// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

/**
 * A stretch of an object that is accessed as one: no access crosses its ends. Becomes a part of a
 * {@link Region}.
 */
final class Cell {
  /** Its first byte in the object. */
  long start;

  long length;

  /** The bytes that every access has; 0 before the first, -1 where they disagree. */
  long width;

  /** The pointee types of pointers that are read or written here: see {@link PointeeTypes}. */
  final SparseSet pointees = new SparseSet();

  final Access access = new Access();
  final Value value;

  Cell(long start, long length, Value value) {
    this.start = start;
    this.length = length;
    this.value = value;
  }

  long end() {
    return start + length;
  }

  boolean isAccessed() {
    return width != 0;
  }

  /** True if that was not known. */
  boolean accessed(long bytes) {
    long before = width;
    width = width == 0 || width == bytes ? bytes : -1;
    return width != before;
  }

  /** Takes up another cell, whose value the caller merges. */
  void absorb(Cell other) {
    long end = Math.max(end(), other.end());
    if (isAccessed() && other.isAccessed() && (start != other.start || length != other.length)) {
      width = -1;
    }
    start = Math.min(start, other.start);
    length = end - start;
    if (other.isAccessed()) {
      width = width == 0 || width == other.width ? other.width : -1;
    }
    access.join(other.access);
    pointees.addAll(other.pointees);
  }
}
