// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.pointsto.Region;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Ranges of addresses at which an array is known to be zero: static storage at the start of the
 * program, zeroed allocations. Without quantifiers: each read of the region adds what the facts say
 * about the address that is read, which is all that the formula can notice (the array property
 * fragment: Bradley, Manna, Sipma, VMCAI 2006).
 */
final class ZeroFacts {
  private record Fact(Term guard, Term array, Term from, Term to) {}

  private record Read(Term address) {}

  private final Terms terms;
  private final Map<Region, List<Fact>> facts = new HashMap<>();
  private final Map<Region, List<Read>> reads = new HashMap<>();

  ZeroFacts(Terms terms) {
    this.terms = terms;
  }

  /** Where {@code guard} is true, {@code array} holds zero from {@code from} up to {@code to}. */
  void add(Region region, Term guard, Term array, Term from, Term to, Consumer<Term> constraints) {
    Fact fact = new Fact(guard, array, from, to);
    facts.computeIfAbsent(region, r -> new ArrayList<>()).add(fact);
    reads
        .getOrDefault(region, List.of())
        .forEach(r -> constraints.accept(instance(region, fact, r.address())));
  }

  /** A cell of the region is read at that address. */
  void read(Region region, Term address, Consumer<Term> constraints) {
    List<Read> known = reads.computeIfAbsent(region, r -> new ArrayList<>());
    Read read = new Read(address);
    if (!known.contains(read)) {
      known.add(read);
      facts
          .getOrDefault(region, List.of())
          .forEach(f -> constraints.accept(instance(region, f, address)));
    }
  }

  private Term instance(Region region, Fact fact, Term address) {
    Term inside =
        terms.and(
            fact.guard(),
            terms.lessOrEqual(fact.from(), address, false),
            terms.less(address, fact.to(), false));
    Term zero = terms.number(BigInteger.ZERO, region.cellBits());
    return inside.isFalse()
        ? terms.yes()
        : terms.implies(
            inside, terms.equal(terms.select(fact.array(), address, region.cellBits()), zero));
  }
}
