// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.frontend.pointsto.Region;
import java.util.Map;
import java.util.Set;

/**
 * What cells and regions hold where a formula starts. Asked for one thing twice, it gives the same
 * term.
 */
interface StartState {
  Term cell(Cell cell);

  Contents region(Region region);

  /** All that was asked for. */
  InitialValues asked();

  /** The addresses of the cells in memory among it. */
  Map<Region, Set<Term>> askedAddresses();
}
