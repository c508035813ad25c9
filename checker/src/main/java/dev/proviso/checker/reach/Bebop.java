// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.reach;

import dev.proviso.abstraction.abstractor.Abstractor;
import dev.proviso.abstraction.abstractor.StateVariables;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.predicate.Precision;

/** Makes a search for each exploration. */
final class Bebop implements Reachability {
  private final Blocks blocks;
  private final Abstractor abstractor;
  private final Bdds bdds;
  private final StateVariables variables;

  Bebop(Blocks blocks, Abstractor abstractor, Bdds bdds, StateVariables variables) {
    this.blocks = blocks;
    this.abstractor = abstractor;
    this.bdds = bdds;
    this.variables = variables;
  }

  @Override
  public Outcome explore(Precision precision, Goal goal) {
    return new Search(
            blocks, new Transfer(blocks, abstractor, bdds, variables, precision), bdds, goal)
        .run();
  }
}
