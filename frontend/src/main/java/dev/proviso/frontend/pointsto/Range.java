// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

/**
 * A stretch of an object that is an array.
 *
 * @param start offset of the first byte
 * @param end offset after the last byte
 * @param element offsets inside that differ by a multiple of this many bytes are not told apart
 */
record Range(long start, long end, long element) {
  /** The length of arrays that end where their object ends. */
  static final long UNBOUNDED = 1L << 48;

  long length() {
    return end - start;
  }

  boolean contains(long offset) {
    return start <= offset && offset < end;
  }

  boolean contains(Range other) {
    return start <= other.start && other.end <= end;
  }

  boolean overlaps(Range other) {
    return start < other.end && other.start < end;
  }

  Range moved(long distance) {
    return new Range(start + distance, end + distance, element);
  }

  /** The offset's representative in the first element. */
  long fold(long offset) {
    return contains(offset) ? start + (offset - start) % element : offset;
  }
}
