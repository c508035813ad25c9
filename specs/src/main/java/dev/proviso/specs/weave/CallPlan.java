// SPDX-License-Identifier: Apache-2.0
package dev.proviso.specs.weave;

import java.util.List;

/** What runs before and after one call. */
record CallPlan(List<Reaction> before, List<Reaction> after) {
  static final CallPlan NOTHING = new CallPlan(List.of(), List.of());

  CallPlan {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  boolean isEmpty() {
    return before.isEmpty() && after.isEmpty();
  }
}
