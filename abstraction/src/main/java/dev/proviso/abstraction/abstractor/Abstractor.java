// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.value.FiniteRelations;
import dev.proviso.frontend.pointsto.ModRef;
import java.util.SequencedMap;

/** Computes the boolean program's transition relations, and makes them sharper where asked to. */
public interface Abstractor extends Relations, AutoCloseable {
  /**
   * Asks the program about transitions that one of the relations has.
   *
   * @param transitions over the copies that the demand's relation is over
   * @return true if the program does not have some of them; the relation does not have those any
   *     more
   */
  boolean excludes(Demand demand, Bdd transitions);

  /** All relations that were asked for, in that order. */
  SequencedMap<Demand, Demand.Answer> demands();

  /** How many of the solver's relations were asked for again. */
  long hits();

  @Override
  void close();

  /** The relations of finite-valued variables alone. */
  static Relations of(FiniteRelations finite) {
    return new FiniteAbstractor(finite);
  }

  /** The abstractor of a program. */
  static Abstractor of(
      Solver solver,
      Bdds bdds,
      Blocks blocks,
      Memory memory,
      ModRef modRef,
      StateVariables variables,
      FiniteRelations finite) {
    return new LayeredAbstractor(
        bdds,
        blocks,
        variables,
        finite,
        new SmtRelations(solver, bdds, blocks, memory, modRef, variables));
  }
}
