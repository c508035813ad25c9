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

/**
 * The cells of memory that a straight path reads or writes. Cells of different regions never
 * overlap, and those of one are the same or do not: that is what regions are. The formula does not
 * say so, for it would take a clause for each two of them; a model that does not keep to it
 * describes no memory.
 */
public final class Accesses {
  private final Terms terms;
  private final List<Access> all = new ArrayList<>();

  private record Access(Region region, Term address) {
    int bytes() {
      return region.cellBits() / Byte.SIZE;
    }
  }

  /** An access where a model has it. */
  private record Placed(Access access, BigInteger from) {
    BigInteger to() {
      return from.add(BigInteger.valueOf(access.bytes()));
    }
  }

  /**
   * @param end the state behind the path
   */
  Accesses(Terms terms, SymbolicState end) {
    this.terms = terms;
    end.accessed()
        .forEach(
            (region, addresses) ->
                addresses.forEach(address -> all.add(new Access(region, address))));
  }

  /** What the model would have to satisfy, and does not; empty if it describes a memory. */
  public List<Term> broken(Session.Model model) {
    List<Placed> placed = new ArrayList<>();
    all.forEach(a -> placed.add(new Placed(a, model.value(a.address()))));
    placed.sort(Comparator.comparing(Placed::from));
    List<Term> broken = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      Placed first = placed.get(i);
      for (int j = i + 1;
          j < placed.size() && placed.get(j).from().compareTo(first.to()) < 0;
          j++) {
        Placed second = placed.get(j);
        boolean isSame =
            first.access().region().equals(second.access().region())
                && first.from().equals(second.from());
        boolean isKnown =
            first.access().address().constant() != null
                && second.access().address().constant() != null;
        if (!isSame && !isKnown) {
          broken.add(apart(first.access(), second.access()));
        }
      }
    }
    return broken;
  }

  /** The addresses. */
  public List<Term> addresses() {
    return all.stream().map(Access::address).toList();
  }

  private Term apart(Access a, Access b) {
    Term apart = terms.or(isBefore(a, b), isBefore(b, a));
    return a.region().equals(b.region())
        ? terms.or(terms.equal(a.address(), b.address()), apart)
        : apart;
  }

  private Term isBefore(Access a, Access b) {
    Term end = terms.add(a.address(), terms.number(a.bytes(), a.address().bits()));
    return terms.lessOrEqual(end, b.address(), false);
  }
}
