// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a variable, a cell of memory or an expression may hold: nothing of interest, or addresses in one class of objects at
 * one offset. Values of one merged cell become one.
 */
final class Value {
  private @Nullable Value parent;

  /** Where it points to; null as long as no address gets here. */
  @Nullable Node target;

  /** The offset in {@link #target}, as it was when set. */
  long offset;

  /** Where it goes. */
  List<Flow> flows = new ArrayList<>(1);

  /** True if it may be a number that is no object's address but is not null either. */
  boolean wild;

  /**
   * A step from one value to another.
   *
   * @param shift bytes added
   * @param step an unknown multiple of this many bytes is added too; 0 for none
   * @param size for the pointer to a composite that becomes another pointer: the composite's size
   */
  record Flow(Value to, long shift, long step, long size) {}

  Value root() {
    Value root = this;
    while (root.parent != null) {
      root = root.parent;
    }
    Value v = this;
    while (v.parent != null) {
      Value next = v.parent;
      v.parent = root;
      v = next;
    }
    return root;
  }

  /** Makes this root a part of another root. */
  void mergeInto(Value root) {
    parent = root;
    root.flows.addAll(flows);
    root.wild |= wild;
    flows = List.of();
  }
}
