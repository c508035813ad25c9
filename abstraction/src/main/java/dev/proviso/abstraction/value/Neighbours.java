// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.bdd.Force;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Block.Arc;
import dev.proviso.abstraction.predicate.FiniteVariable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The finite-valued variables of a procedure's blocks in an order in which those stand near each
 * other of which one tells what becomes of the other. (n locks, each with its own flag, are a
 * diagram of n nodes in the right order and of 2^n in the wrong one.)
 */
final class Neighbours {
  private Neighbours() {}

  static List<FiniteVariable> of(String procedure, FiniteContext context) {
    FiniteUses uses = new FiniteUses(context, v -> true);
    Set<FiniteVariable> all = new LinkedHashSet<>();
    List<Set<FiniteVariable>> groups = new ArrayList<>();
    for (Block block : context.blocks().of(procedure)) {
      add(block, uses, all, groups);
    }
    return Force.order(List.copyOf(all), groups);
  }

  private static void add(
      Block block, FiniteUses uses, Set<FiniteVariable> all, List<Set<FiniteVariable>> groups) {
    List<Integer> ways = new ArrayList<>();
    for (int i = 0; i < block.nodes(); i++) {
      ways.add(0);
    }
    block.arcs().forEach(arc -> ways.set(arc.to(), ways.get(arc.to()) + 1));
    List<Set<FiniteVariable>> last = new ArrayList<>();
    for (int i = 0; i < block.nodes(); i++) {
      last.add(Set.of());
    }
    for (Arc arc : block.arcs()) {
      Set<FiniteVariable> mentioned = uses.read(arc.step());
      mentioned.addAll(uses.set(arc.step()));
      if (!mentioned.isEmpty()) {
        all.addAll(mentioned);
        groups.add(mentioned);
        // What a condition mentions decides about what is done where it holds.
        Set<FiniteVariable> both = new LinkedHashSet<>(last.get(arc.from()));
        both.addAll(mentioned);
        groups.add(both);
      }
      boolean isOnlyWay = ways.get(arc.to()) == 1;
      last.set(
          arc.to(), !isOnlyWay ? Set.of() : mentioned.isEmpty() ? last.get(arc.from()) : mentioned);
    }
  }
}
