// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

/**
 * A part of memory that is accessed in one way. Compared by identity.
 *
 * @see PointsTo
 */
public final class Region {
  private final int id;
  private final String name;
  private final int cellBits;

  /**
   * @param name for people: the first object's name and the field's path
   * @param cellBits the width of all scalar accesses to it where they agree and are aligned to it;
   *     8 where they do not: it is then an array of bytes
   */
  Region(int id, String name, int cellBits) {
    this.id = id;
    this.name = name;
    this.cellBits = cellBits;
  }

  /** Unique in the program; the same from run to run. */
  public int id() {
    return id;
  }

  public String name() {
    return name;
  }

  public int cellBits() {
    return cellBits;
  }

  @Override
  public String toString() {
    return name;
  }
}
