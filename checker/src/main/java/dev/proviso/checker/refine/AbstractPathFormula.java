// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.encode.BlockFormula;
import dev.proviso.abstraction.encode.CallStates;
import dev.proviso.abstraction.encode.Encoding;
import dev.proviso.abstraction.encode.Encoding.Labels;
import dev.proviso.abstraction.encode.SymbolicState;
import dev.proviso.abstraction.predicate.Precision;
import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.checker.reach.AbstractPath;
import dev.proviso.frontend.pointsto.ModRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An abstract path as one formula: each part with states of its own, which meet the next part's in
 * nothing but the truth of predicates. Satisfiable exactly if the abstraction by these predicates
 * has the path (implicit predicate abstraction: Tonetta, FM 2009; Cimatti, Griggio, Mover, Tonetta,
 * TACAS 2014). A switch for each candidate lets an unsatisfiable core tell which of them exclude
 * it.
 */
final class AbstractPathFormula {
  /** A predicate that may come to be tracked at a cut point. */
  record Candidate(CutPoint cut, Predicate predicate) {}

  private static final int ACTIVATION = 0;

  private final Encoding encoding;
  private final Terms terms;
  private final Blocks blocks;
  private final ModRef modRef;
  private final Precision tracked;
  private final Map<CutPoint, List<Predicate>> candidates;
  private final Map<Candidate, Term> switches = new LinkedHashMap<>();
  private final List<Term> constraints = new ArrayList<>();
  private final Set<CutPoint> cuts = new LinkedHashSet<>();

  /** What the predicates at a cut point are in one state. */
  private record Valuation(CutPoint cut, Map<Predicate, Term> truths) {}

  /** A call that was entered and not yet left. */
  private record Open(Valuation caller, Valuation entry) {}

  /**
   * @param slice for each part the arcs that count; empty for all
   */
  AbstractPathFormula(
      AbstractPath path,
      List<Set<Integer>> slice,
      Encoding encoding,
      Blocks blocks,
      ModRef modRef,
      Precision tracked,
      Map<CutPoint, List<Predicate>> candidates) {
    this.encoding = encoding;
    this.terms = encoding.terms();
    this.blocks = blocks;
    this.modRef = modRef;
    this.tracked = tracked;
    this.candidates = candidates;
    Deque<Open> calls = new ArrayDeque<>();
    Valuation here = new Valuation(blocks.entry(encoding.entryProcedure()), Map.of());
    boolean atStart = true;
    for (int i = 0; i < path.parts().size(); i++) {
      Labels labels = slice.isEmpty() ? Labels.NONE : new Labels.Only(slice.get(i));
      here =
          switch (path.parts().get(i)) {
            case AbstractPath.Through p -> through(p, labels, atStart, here);
            case AbstractPath.Into p -> {
              Valuation entry = into(p.call(), here);
              calls.push(new Open(here, entry));
              yield entry;
            }
            case AbstractPath.OutOf p -> outOf(p.call(), calls.pop(), here);
          };
      atStart = false;
    }
  }

  private Valuation through(
      AbstractPath.Through part, Labels labels, boolean atStart, Valuation before) {
    String procedure = part.block().source().procedure();
    SymbolicState start;
    if (atStart) {
      start = encoding.programStart();
      encoding.keepEntryValues(start, procedure, ACTIVATION);
    } else {
      boolean atEntry = part.block().source().equals(blocks.entry(procedure));
      start = atEntry ? encoding.entered() : encoding.arbitrary();
      meet(before, valuation(before.cut(), start, ACTIVATION, terms.yes()));
    }
    BlockFormula formula = encoding.block(part.block(), start, ACTIVATION, labels);
    constraints.addAll(formula.constraints());
    constraints.add(formula.reached(part.exit()));
    BlockFormula.End end = formula.end(part.exit());
    return part.exit() instanceof Exit.ToCut to
        ? valuation(to.cut(), end.state(), ACTIVATION, end.reached())
        : new Valuation(part.block().source(), Map.of());
  }

  private Valuation into(CutPoint.BeforeCall call, Valuation before) {
    CallStates states = encoding.around(call, ACTIVATION, modRef);
    meet(before, valuation(call, states.before(), ACTIVATION, terms.yes()));
    return valuation(blocks.entry(call.callee()), states.entered(), states.callee(), terms.yes());
  }

  private Valuation outOf(CutPoint.BeforeCall call, Open open, Valuation atExit) {
    CallStates states = encoding.around(call, ACTIVATION, modRef);
    int callee = states.callee();
    meet(open.caller(), valuation(call, states.before(), ACTIVATION, terms.yes()));
    meet(open.entry(), valuation(open.entry().cut(), states.entered(), callee, terms.yes()));
    meet(atExit, valuation(atExit.cut(), states.left(), callee, terms.yes()));
    return valuation(
        new CutPoint.At(call.edge().target()), states.behind(), ACTIVATION, terms.yes());
  }

  private Valuation valuation(CutPoint cut, SymbolicState state, int activation, Term guard) {
    cuts.add(cut);
    Set<Predicate> all = new LinkedHashSet<>(tracked.at(cut));
    all.addAll(candidates.getOrDefault(cut, List.of()));
    Map<Predicate, Term> truths = new LinkedHashMap<>();
    for (Predicate p : all) {
      truths.put(p, encoding.truth(p.condition(), state, activation, guard));
    }
    constraints.addAll(encoding.takeConstraints());
    return new Valuation(cut, truths);
  }

  private void meet(Valuation before, Valuation behind) {
    Set<Predicate> known = Set.copyOf(tracked.at(behind.cut()));
    behind
        .truths()
        .forEach(
            (predicate, truth) -> {
              Term same = terms.iff(before.truths().getOrDefault(predicate, truth), truth);
              constraints.add(
                  known.contains(predicate)
                      ? same
                      : terms.implies(toggle(behind.cut(), predicate), same));
            });
  }

  private Term toggle(CutPoint cut, Predicate predicate) {
    return switches.computeIfAbsent(
        new Candidate(cut, predicate), c -> terms.boolVariable(terms.freshName("track")));
  }

  void assertIn(Session session) {
    constraints.forEach(session::add);
  }

  /** The cut points of the path. */
  Set<CutPoint> cuts() {
    return cuts;
  }

  /** The candidates that the path meets, each with the switch that makes it tracked. */
  Map<Candidate, Term> switches() {
    return switches;
  }
}
