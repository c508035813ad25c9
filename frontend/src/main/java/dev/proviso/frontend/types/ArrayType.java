// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.types;

/**
 * An array.
 *
 * @param length the number of elements, or {@link #UNKNOWN_LENGTH} for {@code []}, a flexible
 *     member, or a length known at run time only (while a unit is lowered, each of those has a
 *     negative number of its own)
 */
public record ArrayType(Type element, long length) implements Type {
  public static final long UNKNOWN_LENGTH = -1;

  @Override
  public long size() {
    return length < 0 ? 0 : length * element.size();
  }

  @Override
  public long alignment() {
    return element.alignment();
  }

  @Override
  public String toString() {
    return element + " [" + (length < 0 ? "" : Long.toString(length)) + "]";
  }
}
