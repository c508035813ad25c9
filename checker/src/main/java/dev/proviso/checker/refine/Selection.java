// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.checker.refine.AbstractPathFormula.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Chooses, among candidate predicates, few and simple ones that exclude an abstract path
 * (refinement selection: Beyer, Löwe, Wendler, FORTE 2015), by preferred explanations (QuickXplain:
 * Junker, AAAI 2004): none of those chosen can be left out, and none is there that simpler ones can
 * replace. A predicate is chosen at all places where it is a candidate.
 */
final class Selection {
  /** After so many checks, what is not decided yet stays. */
  private static final int MAX_CHECKS = 80;

  private static final int FIRST_TRY = 4;

  private final Session session;
  private final Map<Predicate, List<Candidate>> candidates = new LinkedHashMap<>();
  private final Map<Candidate, Term> switches;
  private int checks;

  /**
   * @param session in which the formula is asserted
   */
  Selection(Session session, AbstractPathFormula formula) {
    this.session = session;
    this.switches = formula.switches();
    for (Candidate c : switches.keySet()) {
      candidates.computeIfAbsent(c.predicate(), p -> new ArrayList<>()).add(c);
    }
  }

  /**
   * A choice that excludes the path; empty if all of them together do not.
   *
   * @param isCheap true of predicates that come with others, without the solver
   */
  Optional<List<Candidate>> choose(java.util.function.Predicate<Predicate> isCheap) {
    List<Predicate> simplestFirst = new ArrayList<>(candidates.keySet());
    simplestFirst.sort(Comparator.comparingInt(p -> isCheap.test(p) ? Cost.of(p) / 2 : Cost.of(p)));
    if (!exclude(simplestFirst)) {
      return Optional.empty();
    }
    // Among the simplest that do, at most twice as many as are needed.
    int enough = Math.min(FIRST_TRY, simplestFirst.size());
    while (enough < simplestFirst.size() && !exclude(simplestFirst.subList(0, enough))) {
      enough = Math.min(2 * enough, simplestFirst.size());
    }
    List<Predicate> chosen =
        exclude(List.of())
            ? List.of()
            : preferred(List.of(), false, simplestFirst.subList(0, enough));
    return Optional.of(chosen.stream().flatMap(p -> of(p).stream()).toList());
  }

  private List<Candidate> of(Predicate predicate) {
    return candidates.getOrDefault(predicate, List.of());
  }

  private boolean exclude(List<Predicate> predicates) {
    checks++;
    List<Term> on = new ArrayList<>();
    for (Predicate p : predicates) {
      for (Candidate c : of(p)) {
        on.add(Objects.requireNonNull(switches.get(c)));
      }
    }
    return session.coreOver(on).isPresent();
  }

  /** What of {@code choice} has to come to {@code given} so that the path is excluded. */
  private List<Predicate> preferred(List<Predicate> given, boolean isNew, List<Predicate> choice) {
    if (isNew && checks < MAX_CHECKS && exclude(given)) {
      return List.of();
    }
    if (choice.size() == 1 || checks >= MAX_CHECKS) {
      return choice;
    }
    int half = choice.size() / 2;
    List<Predicate> simple = choice.subList(0, half);
    List<Predicate> other = choice.subList(half, choice.size());
    List<Predicate> ofOther = preferred(both(given, simple), true, other);
    List<Predicate> ofSimple = preferred(both(given, ofOther), !ofOther.isEmpty(), simple);
    return both(ofSimple, ofOther);
  }

  private static List<Predicate> both(List<Predicate> a, List<Predicate> b) {
    List<Predicate> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }
}
