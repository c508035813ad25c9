// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.value.FiniteRelations;

/** What finite-valued variables alone say; single predicates are not looked at. */
record FiniteAbstractor(FiniteRelations finite) implements Relations {
  @Override
  public Bdd start(Block block, Exit exit, Precision precision) {
    return finite.start(block, exit, precision.finite());
  }

  @Override
  public Bdd post(Block block, Exit exit, Bdd states, Precision precision) {
    return finite.post(block, exit, states, precision.finite());
  }

  @Override
  public Bdd enter(CutPoint.BeforeCall call, Bdd states, Precision precision) {
    return finite.enter(call, precision.finite());
  }

  @Override
  public Bdd leave(CutPoint.BeforeCall call, Bdd states, Bdd summary, Precision precision) {
    return finite.leave(call, precision.finite());
  }
}
