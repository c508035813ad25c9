// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.value;

import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
import dev.proviso.abstraction.predicate.Domain;
import dev.proviso.abstraction.predicate.Ranges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sets of states that say in which cells of their domains finite-valued variables are. */
public final class Cells {
  private Cells() {}

  /** The states in which a variable of these bits is in one of the cells that have such a value. */
  static Bdd in(Ranges values, Domain domain, List<Integer> bits, Bdds bdds) {
    List<Integer> cells = new ArrayList<>();
    for (int cell = 0; cell < domain.size(); cell++) {
      if (domain.cell(cell).meets(values)) {
        cells.add(cell);
      }
    }
    return in(cells, bits, bdds);
  }

  /** The states in which a variable of these bits is in one of these cells. */
  public static Bdd in(List<Integer> cells, List<Integer> bits, Bdds bdds) {
    Bdd result = bdds.none();
    for (int cell : cells) {
      result = bdds.or(result, in(cell, bits, bdds));
    }
    return result;
  }

  static Bdd in(int cell, List<Integer> bits, Bdds bdds) {
    Bdd result = bdds.all();
    for (int i = bits.size() - 1; i >= 0; i--) {
      result = bdds.and(bdds.literal(bits.get(i), isSet(cell, i, bits.size())), result);
    }
    return result;
  }

  /** Whether the bit at that place, counted from the most significant one, is set. */
  private static boolean isSet(int cell, int place, int bits) {
    return (cell >> (bits - 1 - place) & 1) != 0;
  }

  /** The states in which two variables of one domain are in the same cell. */
  static Bdd same(List<Integer> a, List<Integer> b, Bdds bdds) {
    Bdd result = bdds.all();
    for (int i = a.size() - 1; i >= 0; i--) {
      result =
          bdds.and(bdds.iff(bdds.literal(a.get(i), true), bdds.literal(b.get(i), true)), result);
    }
    return result;
  }

  /**
   * The cells of a domain whose numbers agree with what is known of their bits.
   *
   * @param known for some BDD variables their values
   */
  public static List<Integer> matching(
      Domain domain, List<Integer> bits, Map<Integer, Boolean> known) {
    List<Integer> result = new ArrayList<>();
    for (int cell = 0; cell < domain.size(); cell++) {
      boolean matches = true;
      for (int i = 0; i < bits.size(); i++) {
        Boolean value = known.get(bits.get(i));
        matches &= value == null || value == isSet(cell, i, bits.size());
      }
      if (matches) {
        result.add(cell);
      }
    }
    return result;
  }
}
