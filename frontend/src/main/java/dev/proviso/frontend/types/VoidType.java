// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.types;

/** {@code void}. */
public record VoidType() implements Type {
  public static final VoidType VOID = new VoidType();

  @Override
  public long size() {
    return 0;
  }

  @Override
  public long alignment() {
    return 1;
  }

  @Override
  public String toString() {
    return "void";
  }
}
