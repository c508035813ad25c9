// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.predicate;

import dev.proviso.abstraction.block.CutPoint;
import java.util.List;
import java.util.Set;

/** Which classes of variables are tracked, and what that means at each cut point. Immutable. */
public interface FiniteTracking {
  /** Nothing is tracked. */
  FiniteTracking NONE =
      new FiniteTracking() {
        @Override
        public Set<ValueClass> classes() {
          return Set.of();
        }

        @Override
        public List<FiniteVariable> at(CutPoint cut) {
          return List.of();
        }

        @Override
        public FiniteTracking with(ValueClass more) {
          throw new IllegalStateException("there are no classes here");
        }
      };

  Set<ValueClass> classes();

  /**
   * The variables of these classes that are in scope and live at a cut point, in a deterministic
   * order.
   */
  List<FiniteVariable> at(CutPoint cut);

  FiniteTracking with(ValueClass more);
}
