// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.pointsto.Region;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The memory that a straight path reads or writes. Cells of different regions never overlap, those
 * of one are the same or do not, and no cell is in an object that has no part of its region: that
 * is what regions are. The formula does not say so, for it would take a clause for each two of
 * them; a model that does not keep to it describes no memory.
 */
public final class Accesses {
  private final Terms terms;
  private final List<Access> all = new ArrayList<>();

  /**
   * Bytes that are accessed.
   *
   * @param regions the one of a cell, all of a whole object
   */
  private record Access(Term address, long bytes, Set<Region> regions, boolean isCell) {
    /** Whether the two may be at places that overlap. */
    boolean mayMeet(Access other) {
      if (address.constant() != null && other.address.constant() != null) {
        return true;
      }
      if (isCell == other.isCell) {
        return !isCell;
      }
      Access cell = isCell ? this : other;
      Access object = isCell ? other : this;
      return object.regions.containsAll(cell.regions);
    }
  }

  /** An access where a model has it. */
  private record Placed(Access access, BigInteger from) {
    BigInteger to() {
      return from.add(BigInteger.valueOf(access.bytes()));
    }

    boolean isSameCell(Placed other) {
      return access.isCell()
          && other.access.isCell()
          && access.regions().equals(other.access.regions())
          && from.equals(other.from);
    }
  }

  /**
   * @param end the state behind the path
   */
  Accesses(Formula formula, SymbolicState end) {
    this.terms = formula.terms();
    end.accessed()
        .forEach(
            (region, addresses) ->
                addresses.forEach(
                    address ->
                        all.add(
                            new Access(
                                address, region.cellBits() / Byte.SIZE, Set.of(region), true))));
    formula.written().forEach(w -> all.add(new Access(w.address(), w.size(), w.regions(), false)));
  }

  /** The addresses. */
  public List<Term> addresses() {
    return all.stream().map(Access::address).toList();
  }

  /** What the model would have to satisfy, and does not; empty if it describes a memory. */
  public List<Term> broken(Session.Model model) {
    List<Placed> placed = new ArrayList<>();
    all.forEach(a -> placed.add(new Placed(a, model.value(a.address()))));
    placed.sort(Comparator.comparing(Placed::from));
    List<Term> broken = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      Placed first = placed.get(i);
      for (int j = i + 1; j < placed.size(); j++) {
        Placed second = placed.get(j);
        if (second.from().compareTo(first.to()) >= 0) {
          break;
        }
        if (!first.isSameCell(second) && !first.access().mayMeet(second.access())) {
          broken.add(apart(first.access(), second.access()));
        }
      }
    }
    return broken;
  }

  private Term apart(Access a, Access b) {
    Term apart = terms.or(isBefore(a, b), isBefore(b, a));
    return a.isCell() && b.isCell() && a.regions().equals(b.regions())
        ? terms.or(terms.equal(a.address(), b.address()), apart)
        : apart;
  }

  private Term isBefore(Access a, Access b) {
    int bits = a.address().bits();
    Term end = terms.add(a.address(), terms.number(BigInteger.valueOf(a.bytes()), bits));
    return terms.lessOrEqual(end, b.address(), false);
  }
}
