// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.cegar;

import dev.proviso.abstraction.predicate.Precision;

/** Is told how a check gets on. */
public interface Progress {
  /** A spurious path was excluded by this precision. */
  void refined(long iteration, Precision precision);
}
