// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.pointsto.Region;

/**
 * What cells and regions hold where a formula starts. Asked for one thing twice, it gives the same
 * term.
 */
interface StartState {
  Term cell(Cell cell);

  Contents region(Region region);

  /** All that was asked for. */
  InitialValues asked();
}
