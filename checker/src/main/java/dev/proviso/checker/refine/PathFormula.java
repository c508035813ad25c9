// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.encode.BlockFormula;
import dev.proviso.abstraction.encode.Encoding;
import dev.proviso.abstraction.encode.Encoding.CallSite;
import dev.proviso.abstraction.encode.Encoding.Labels;
import dev.proviso.abstraction.encode.SymbolicState;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.checker.reach.AbstractPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An abstract path as one formula: satisfiable exactly if some execution takes it. */
final class PathFormula {
  private final Terms terms;
  private final Labels labels;
  private final boolean isGuided;
  private final List<Term> constraints = new ArrayList<>();
  private final List<PartFormula> parts = new ArrayList<>();

  /**
   * The formula of one part.
   *
   * @param block the block's formula; empty for calls and returns
   * @param switches for each labelled arc (of a block; 0 for a call or return) its switch
   */
  record PartFormula(
      AbstractPath.Part part, Optional<BlockFormula> block, Map<Integer, Term> switches) {}

  /**
   * @param isGuided only the way that the search took, by what is known of it
   */
  PathFormula(AbstractPath path, Encoding encoding, Labels labels, boolean isGuided) {
    this.labels = labels;
    this.isGuided = isGuided;
    terms = encoding.terms();
    Deque<Integer> activations = new ArrayDeque<>();
    activations.push(0);
    SymbolicState state = encoding.programStart();
    encoding.keepEntryValues(state, encoding.entryProcedure(), 0);
    for (AbstractPath.Part part : path.parts()) {
      state =
          switch (part) {
            case AbstractPath.Through p -> through(p, encoding, state, activations.element());
            case AbstractPath.Into p -> {
              int caller = activations.element();
              activations.push(encoding.newActivation());
              CallSite site = site(p, encoding, caller, activations.element());
              yield encoding.enter(state, site);
            }
            case AbstractPath.OutOf p -> {
              int callee = activations.pop();
              Map<Integer, Term> switches = new LinkedHashMap<>();
              CallSite site =
                  new CallSite(
                      p.call().edge(),
                      p.call().callee(),
                      activations.element(),
                      callee,
                      terms.yes(),
                      names(encoding, switches));
              SymbolicState left = encoding.leave(state, site);
              parts.add(new PartFormula(p, Optional.empty(), switches));
              yield left;
            }
          };
      constraints.addAll(encoding.takeConstraints());
    }
  }

  private SymbolicState through(
      AbstractPath.Through part, Encoding encoding, SymbolicState state, int activation) {
    Block block = part.block();
    if (isGuided) {
      part.known().forEach(c -> encoding.assume(c, state, activation));
    }
    BlockFormula formula = encoding.block(block, state, activation, labels);
    constraints.addAll(formula.constraints());
    constraints.add(formula.reached(part.exit()));
    parts.add(new PartFormula(part, Optional.of(formula), formula.labels()));
    return formula.end(part.exit()).state();
  }

  private CallSite site(AbstractPath.Into part, Encoding encoding, int caller, int callee) {
    Map<Integer, Term> switches = new LinkedHashMap<>();
    parts.add(new PartFormula(part, Optional.empty(), switches));
    return new CallSite(
        part.call().edge(),
        part.call().callee(),
        caller,
        callee,
        terms.yes(),
        names(encoding, switches));
  }

  private UnaryOperator<Term> names(Encoding encoding, Map<Integer, Term> switches) {
    if (!(labels instanceof Labels.Switched)) {
      return UnaryOperator.identity();
    }
    return value -> {
      Term name = terms.variable(terms.freshName("x"), value.bits());
      Term on = switches.computeIfAbsent(0, i -> terms.boolVariable(terms.freshName("on")));
      encoding.constrain(terms.implies(on, terms.equal(name, value)));
      return name;
    };
  }

  List<PartFormula> parts() {
    return parts;
  }

  void assertIn(Session session) {
    constraints.forEach(session::add);
  }

  /** For each part the places of its arcs whose switches are among these. */
  List<Set<Integer>> arcs(Set<Term> switchedOn) {
    List<Set<Integer>> result = new ArrayList<>();
    for (PartFormula part : parts) {
      Set<Integer> arcs = new HashSet<>();
      part.switches()
          .forEach(
              (arc, toggle) -> {
                if (switchedOn.contains(toggle)) {
                  arcs.add(arc);
                }
              });
      result.add(arcs);
    }
    return result;
  }

  /** All switches, in the order of the path. */
  List<Term> switches() {
    List<Term> all = new ArrayList<>();
    parts.forEach(p -> all.addAll(p.switches().values()));
    return all;
  }
}
