// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.pointsto;

import org.jspecify.annotations.Nullable;

/** A class of accesses and cells that may meet: it becomes a {@link Region}. */
final class Access {
  private @Nullable Access parent;

  Access root() {
    Access root = this;
    while (root.parent != null) {
      root = root.parent;
    }
    Access a = this;
    while (a.parent != null) {
      Access next = a.parent;
      a.parent = root;
      a = next;
    }
    return root;
  }

  /** Makes both one; true if they were not. */
  boolean join(Access other) {
    Access a = root();
    Access b = other.root();
    if (a == b) {
      return false;
    }
    b.parent = a;
    return true;
  }
}
