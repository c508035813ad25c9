// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.types;

/**
 * An array.
 *
 * @param length the number of elements, or {@link #UNKNOWN_LENGTH} for {@code []}, a flexible
 *     member, or a length known at run time only
 */
public record ArrayType(Type element, long length) implements Type {
  public static final long UNKNOWN_LENGTH = -1;

  @Override
  public long size() {
    return length == UNKNOWN_LENGTH ? 0 : length * element.size();
  }

  @Override
  public long alignment() {
    return element.alignment();
  }

  @Override
  public String toString() {
    return element + " [" + (length == UNKNOWN_LENGTH ? "" : Long.toString(length)) + "]";
  }
}
