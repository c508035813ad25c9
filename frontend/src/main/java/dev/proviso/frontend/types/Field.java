// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.types;

/**
 * A member of a struct or union, with its place.
 *
 * @param name empty for an anonymous struct or union, whose members are reached through it
 * @param offset bytes from the start of the composite; for a bit-field, of the storage unit of its
 *     declared type's size that holds it
 * @param bitOffset for a bit-field: bits from the least significant bit of that storage unit;
 *     otherwise 0
 * @param bitWidth for a bit-field: its width; otherwise -1
 */
public record Field(String name, Type type, long offset, int bitOffset, int bitWidth) {
  public boolean isBitField() {
    return bitWidth >= 0;
  }
}
