// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.types;

/**
 * A pointer. Its value is an unsigned integer of the target's pointer width.
 *
 * @param bits 32 or 64
 */
public record PointerType(Type pointee, int bits) implements Type {
  @Override
  public long size() {
    return bits / 8;
  }

  @Override
  public long alignment() {
    return bits / 8;
  }

  // Not the record's: a struct may point to itself, and composites compare by identity.
  @Override
  public String toString() {
    return pointee + " *";
  }
}
