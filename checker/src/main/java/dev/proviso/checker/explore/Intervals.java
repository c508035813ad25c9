// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.explore;

import dev.proviso.abstraction.smt.Term;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What facts say of numbers by bounds alone: a loop up to a bound that is not known leaves one such
 * fact each time, and only the last one counts.
 */
final class Intervals {
  private record Key(Term number, boolean signed) {}

  /** The facts that are known to bound a number the most, and by what. */
  private record Interval(Term atLeast, Term atMost, BigInteger low, BigInteger high) {}

  private final Map<Key, Interval> intervals = new LinkedHashMap<>();
  private final Set<Term> others = new HashSet<>();

  Intervals(Iterable<Term> facts) {
    for (Term fact : facts) {
      Term.Bound bound = fact.bound();
      if (bound == null) {
        others.add(fact);
      } else {
        intervals.merge(key(bound), interval(fact, bound), Intervals::both);
      }
    }
  }

  private static Key key(Term.Bound bound) {
    return new Key(bound.number(), bound.signed());
  }

  private static Interval interval(Term fact, Term.Bound bound) {
    return new Interval(fact, fact, bound.low(), bound.high());
  }

  private static Interval both(Interval a, Interval b) {
    boolean low = a.low.compareTo(b.low) >= 0;
    boolean high = a.high.compareTo(b.high) <= 0;
    return new Interval(
        low ? a.atLeast : b.atLeast,
        high ? a.atMost : b.atMost,
        low ? a.low : b.low,
        high ? a.high : b.high);
  }

  /** Facts that say as much as all of them. */
  Set<Term> strongest() {
    Set<Term> result = new HashSet<>(others);
    for (Interval i : intervals.values()) {
      result.add(i.atLeast);
      result.add(i.atMost);
    }
    return result;
  }

  /** Whether a condition is possible beside the facts; null if that takes a solver. */
  @Nullable Boolean isPossible(Term condition) {
    Term.Bound wanted = condition.bound();
    if (wanted == null) {
      return null;
    }
    Interval known = intervals.get(key(wanted));
    if (known == null) {
      return null;
    }
    if (known.low.compareTo(wanted.high()) > 0 || known.high.compareTo(wanted.low()) < 0) {
      return false;
    }
    boolean isImplied =
        known.low.compareTo(wanted.low()) >= 0 && known.high.compareTo(wanted.high()) <= 0;
    boolean isAlone = others.isEmpty() && intervals.size() == 1 && wanted.number().name() != null;
    return isImplied || isAlone ? true : null;
  }
}
