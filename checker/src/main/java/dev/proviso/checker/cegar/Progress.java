// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.abstraction.predicate.Precision;

/** Is told how a check gets on. */
public interface Progress {
  /** Does not want to know. */
  Progress NONE = new Progress() {};

  /** A spurious path was excluded by this precision. */
  default void refined(long iteration, Precision precision) {}

  /**
   * The search of the woven program is over, however it ended.
   *
   * @param stages to be looked at before this returns
   */
  default void searched(Stages stages) {}
}
