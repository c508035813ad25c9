// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.checker.bp.Bits.Copy;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * One statement as a relation between the values before, CURRENT, and those of its targets behind
 * it, NEXT. All else stays as it is, or is forgotten.
 */
final class Op {
  private final int node;
  private final Bdd relation;
  private final List<Integer> forgotten;
  private final Set<Variable> kept;
  private final SequencedMap<Integer, Integer> toNext;
  private final SequencedMap<Integer, Integer> toCurrent;
  private final List<Integer> gained;

  /**
   * @param node whose statement this is
   * @param relation over CURRENT and NEXT
   * @param forgotten the bits that are gone behind it: what is assigned, or does not matter any
   *     more
   * @param kept the targets that matter
   * @param results variables that get their first value here, as CURRENT
   */
  Op(
      int node,
      Bdd relation,
      List<Integer> forgotten,
      Set<Variable> kept,
      List<Variable> results,
      Bits bits) {
    this.node = node;
    this.relation = relation;
    this.forgotten = forgotten;
    this.kept = kept;
    toNext = bits.renaming(kept, Copy.CURRENT, Copy.NEXT);
    toCurrent = bits.renaming(kept, Copy.NEXT, Copy.CURRENT);
    gained = new ArrayList<>(bits.bits(kept, Copy.NEXT));
    gained.addAll(bits.bits(results, Copy.CURRENT));
    gained.sort(null);
  }

  int node() {
    return node;
  }

  Set<Variable> kept() {
    return kept;
  }

  /** Where it gets from there. */
  Bdd image(Bdd before, Bdds bdds) {
    return bdds.rename(bdds.image(before, relation, forgotten), toCurrent);
  }

  /** Those before from where it gets there. */
  Bdd preimage(Bdd before, Bdd behind, Bdds bdds) {
    return bdds.and(before, bdds.image(relation, bdds.rename(behind, toNext), gained));
  }
}
