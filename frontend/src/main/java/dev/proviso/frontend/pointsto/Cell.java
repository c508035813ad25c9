// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stretch of an object that is accessed as one: no access crosses its ends. Becomes a {@link Region}. */
final class Cell {
  /** Its first byte, in the node's root. */
  long start;

  long length;

  /** The bytes that every access has; 0 before the first, -1 where they disagree. */
  long width;

  /** The pointee types of pointers that are read or written here. */
  final Set<Type> pointees = new LinkedHashSet<>(1);

  @Nullable Region region;
  Value value = new Value();

  Cell(long start, long length) {
    this.start = start;
    this.length = length;
  }

  long end() {
    return start + length;
  }

  boolean isAccessed() {
    return width != 0;
  }

  void accessed(Type type) {
    width = width == 0 || width == type.size() ? type.size() : -1;
    if (type instanceof PointerType pointer) {
      pointees.add(pointer.pointee());
    }
  }

  /** Takes up another cell, whose value the caller merges. */
  void absorb(Cell other) {
    if (region != null && other.region != null) {
      throw new IllegalStateException(region + " and " + other.region + " are accessed as one, unlike in the program");
    }
    long end = Math.max(end(), other.end());
    if (isAccessed() && other.isAccessed() && (start != other.start || length != other.length)) {
      width = -1;
    }
    start = Math.min(start, other.start);
    length = end - start;
    if (other.isAccessed()) {
      width = width == 0 || width == other.width ? other.width : -1;
    }
    pointees.addAll(other.pointees);
  }
}
