// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Block.Arc;
import dev.proviso.abstraction.encode.BlockFormula;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.checker.reach.AbstractPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The one way through the blocks of a path that a model of its formula describes. */
final class ConcretePath {
  private ConcretePath() {}

  /** A part of the path, with the arcs that are taken in it if it goes through a block. */
  record Taken(AbstractPath.Part part, List<Arc> way) {}

  static List<Taken> read(PathFormula formula, Session.Model model) {
    List<Taken> result = new ArrayList<>();
    for (PathFormula.PartFormula part : formula.parts()) {
      List<Arc> way =
          part.part() instanceof AbstractPath.Through through && part.block().isPresent()
              ? way(part.block().get(), through, model)
              : List.of();
      result.add(new Taken(part.part(), way));
    }
    return result;
  }

  /** Backwards from the exit, the first arc into each node that is taken. */
  private static List<Arc> way(
      BlockFormula formula, AbstractPath.Through part, Session.Model model) {
    Block block = formula.block();
    int[] firstTaken = new int[block.nodes()];
    Arrays.fill(firstTaken, -1);
    for (int i = 0; i < block.arcs().size(); i++) {
      int target = block.arcs().get(i).to();
      if (firstTaken[target] < 0 && model.isTrue(formula.taken().get(i))) {
        firstTaken[target] = i;
      }
    }
    List<Arc> way = new ArrayList<>();
    int node = Objects.requireNonNull(block.exits().get(part.exit()));
    while (node != 0) {
      Arc arc = block.arcs().get(firstTaken[node]);
      way.add(arc);
      node = arc.from();
    }
    return way.reversed();
  }
}
