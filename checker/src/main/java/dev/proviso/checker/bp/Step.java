// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import java.util.List;
import java.util.Optional;

/**
 * A way without branches from one place to the next.
 *
 * @param target nothing where it ends at the error
 */
record Step(Place from, List<Op> ops, Optional<Place> target) {
  Step {
    ops = List.copyOf(ops);
  }
}
