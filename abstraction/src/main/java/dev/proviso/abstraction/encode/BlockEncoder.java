// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Block.Arc;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.block.Frame;
import dev.proviso.abstraction.block.Step;
import dev.proviso.abstraction.encode.BlockFormula.End;
import dev.proviso.abstraction.encode.Encoding.Labels;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Encodes one block. Each arc with a condition has a truth value that implies the condition and
 * that its source is reached; a node with several arcs into it implies that one of them is taken,
 * and its state is that of the first that is. So a model in which an exit is reached describes,
 * read backwards from the exit, one way through the block.
 */
final class BlockEncoder {
  private final Encoding encoding;
  private final Terms terms;
  private final Block block;
  private final int activation;
  private final int firstCallee;
  private final Labels labelling;
  private final Encoding.Observer observer;
  private final List<List<Incoming>> incoming = new ArrayList<>();
  private final List<Term> taken = new ArrayList<>();
  private final Map<Integer, Term> labels = new LinkedHashMap<>();

  private record Incoming(Term taken, SymbolicState state) {}

  BlockEncoder(
      Encoding encoding,
      Block block,
      int activation,
      Labels labelling,
      Encoding.Observer observer) {
    this.observer = observer;
    this.encoding = encoding;
    this.terms = encoding.terms();
    this.block = block;
    this.activation = activation;
    this.labelling = labelling;
    int frames = 0;
    for (Arc arc : block.arcs()) {
      if (arc.step() instanceof Step.Enter enter) {
        frames = Math.max(frames, enter.callee().id());
      }
    }
    this.firstCallee = encoding.newActivations(frames);
  }

  private int activation(Frame frame) {
    return frame.id() == 0 ? activation : firstCallee + frame.id() - 1;
  }

  BlockFormula encode(SymbolicState start) {
    for (int i = 0; i < block.nodes(); i++) {
      incoming.add(new ArrayList<>());
    }
    incoming.get(0).add(new Incoming(terms.yes(), start));
    List<Arc> arcs = block.arcs();
    int i = 0;
    while (i < arcs.size()) {
      int node = arcs.get(i).from();
      int end = i;
      while (end < arcs.size() && arcs.get(end).from() == node) {
        end++;
      }
      node(node, i, end);
      i = end;
    }
    Map<Exit, End> ends = new LinkedHashMap<>();
    block
        .exits()
        .forEach(
            (exit, node) -> {
              Incoming merged = merge(node);
              ends.put(exit, new End(merged.taken(), merged.state()));
            });
    return new BlockFormula(block, encoding.takeConstraints(), taken, ends, labels);
  }

  private void node(int node, int firstArc, int endArc) {
    Incoming here = merge(node);
    for (int i = firstArc; i < endArc; i++) {
      Arc arc = block.arcs().get(i);
      if (here.taken().isFalse()) {
        taken.add(terms.no());
        continue;
      }
      boolean last = i == endArc - 1;
      SymbolicState state = last ? here.state() : here.state().copy();
      Term passed = arc(i, arc.step(), here.taken(), state);
      taken.add(passed);
      observer.passed(
          i,
          state,
          activation(arc.step() instanceof Step.Enter enter ? enter.callee() : arc.step().frame()));
      if (!passed.isFalse()) {
        incoming.get(arc.to()).add(new Incoming(passed, state));
      }
    }
  }

  /** The state at a node: that of the first arc into it that is taken. */
  private Incoming merge(int node) {
    List<Incoming> all = incoming.get(node);
    if (all.isEmpty()) {
      return new Incoming(terms.no(), encoding.arbitrary());
    }
    Incoming last = all.getLast();
    if (all.size() == 1) {
      return last;
    }
    Term reached = terms.boolVariable(terms.freshName("at"));
    encoding
        .formula()
        .constrain(terms.implies(reached, terms.or(all.stream().map(Incoming::taken).toList())));
    List<Term> conditions = all.stream().map(Incoming::taken).toList();
    SymbolicState merged = last.state().copy();
    Set<Cell> cells = new LinkedHashSet<>();
    Set<Region> regions = new LinkedHashSet<>();
    for (Incoming in : all) {
      in.state().changedCells().forEach(cells::add);
      in.state().changedRegions().forEach(regions::add);
    }
    for (Cell cell : cells) {
      List<Term> values = all.stream().map(in -> in.state().get(cell)).toList();
      merged.set(cell, Contents.choose(values, conditions, terms));
    }
    for (Region region : regions) {
      List<Contents> contents = all.stream().map(in -> in.state().get(region)).toList();
      merged.set(
          region,
          Contents.merge(
              contents,
              conditions,
              terms,
              (c, address) -> Places.select(encoding.formula(), region, c, address)));
    }
    incoming.set(node, List.of());
    return new Incoming(reached, merged);
  }

  /** Passes an arc: changes the state, gives when it is taken. */
  private Term arc(int index, Step step, Term reached, SymbolicState state) {
    Optional<Expr> condition = step.condition();
    if (condition.isPresent()) {
      return condition(index, step, reached, state, condition.get());
    }
    encoding.pass(step, executor(index, step, reached, state), state, reached, this::activation);
    return reached;
  }

  private Executor executor(int index, Step step, Term reached, SymbolicState state) {
    return encoding.executor(state, reached, step.edge(), names(index));
  }

  /** Names for what an arc writes, tied to it by the arc's switch; unknown if it does not count. */
  private UnaryOperator<Term> names(int index) {
    return switch (labelling) {
      case Labels.All l -> UnaryOperator.identity();
      case Labels.Switched l ->
          value -> {
            Term name = unknown(value);
            encoding.formula().constrain(terms.implies(label(index), terms.equal(name, value)));
            return name;
          };
      case Labels.Only l -> UnaryOperator.identity();
    };
  }

  private Term unknown(Term like) {
    return terms.variable(terms.freshName("x"), like.bits());
  }

  private Term label(int index) {
    return labels.computeIfAbsent(index, i -> terms.boolVariable(terms.freshName("on")));
  }

  private Term condition(int index, Step step, Term reached, SymbolicState state, Expr condition) {
    Term passed = terms.boolVariable(terms.freshName("go"));
    if (labelling instanceof Labels.Only only && !only.arcs().contains(index)) {
      // It may be taken, it need not.
      encoding.formula().constrain(terms.implies(passed, reached));
      return passed;
    }
    Evaluator evaluator =
        new Evaluator(
            encoding.formula(),
            state,
            activation(step.frame()),
            passed,
            step.edge(),
            Evaluator.Nulls.EXCLUDED);
    Term truth = evaluator.truth(condition);
    if (truth.isTrue()) {
      encoding.formula().constrain(terms.implies(passed, reached));
      return reached;
    }
    if (labelling instanceof Labels.Switched) {
      truth = terms.or(terms.not(label(index)), truth);
    } else if (truth.isFalse()) {
      encoding.formula().constrain(terms.not(passed));
      return terms.no();
    }
    encoding.formula().constrain(terms.implies(passed, terms.and(reached, truth)));
    return passed;
  }
}
