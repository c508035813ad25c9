// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.abstractor.TransitionFormula.End;
import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Blocks;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Exit;
import dev.proviso.abstraction.encode.BlockFormula;
import dev.proviso.abstraction.encode.CallStates;
import dev.proviso.abstraction.encode.Encoding;
import dev.proviso.abstraction.encode.Encoding.Labels;
import dev.proviso.abstraction.encode.Inexactness;
import dev.proviso.abstraction.encode.Memory;
import dev.proviso.abstraction.encode.SymbolicState;
import dev.proviso.abstraction.predicate.StateVariables.Copy;
import dev.proviso.abstraction.predicate.Tracked;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.pointsto.ModRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the formulas of transition relations. Those about one block, or one call, share a context.
 */
final class TransitionFormulas implements AutoCloseable {
  private static final int ACTIVATION = 0;

  private final Solver solver;
  private final Terms terms;
  private final Blocks blocks;
  private final Memory memory;
  private final ModRef modRef;
  private final Map<Block, FromBlock> fromBlocks = new HashMap<>();
  private final Map<CutPoint.BeforeCall, AtCall> atCalls = new HashMap<>();
  private final List<BlockContext> contexts = new ArrayList<>();
  private final Inexactness inexactness = new Inexactness();

  /** A block's formula from an arbitrary state. */
  private record FromBlock(BlockContext context, SymbolicState start, BlockFormula formula) {}

  /**
   * A call's formula.
   *
   * @param entryValues how many entry values of the callee were asked for when this was made
   */
  private record AtCall(BlockContext context, int entryValues, CallStates states) {}

  TransitionFormulas(Solver solver, Blocks blocks, Memory memory, ModRef modRef) {
    this.solver = solver;
    this.terms = solver.terms();
    this.blocks = blocks;
    this.memory = memory;
    this.modRef = modRef;
  }

  TransitionFormula of(Demand demand) {
    return switch (demand) {
      case Demand.Start d -> start(d);
      case Demand.Post d -> post(d);
      case Demand.Enter d -> enter(d);
      case Demand.Leave d -> leave(d);
    };
  }

  private Encoding newEncoding() {
    return new Encoding(terms, memory, blocks.program(), inexactness);
  }

  private BlockContext newContext(Encoding encoding) {
    BlockContext context = new BlockContext(encoding, solver);
    contexts.add(context);
    return context;
  }

  private TransitionFormula start(Demand.Start demand) {
    Block block = demand.block();
    Encoding encoding = newEncoding();
    SymbolicState start = encoding.programStart();
    encoding.keepEntryValues(start, block.source().procedure(), ACTIVATION);
    BlockFormula formula = encoding.block(block, start, ACTIVATION, Labels.NONE);
    BlockContext context = newContext(encoding);
    formula.constraints().forEach(context::add);
    return new TransitionFormula(
        context,
        formula.reached(demand.exit()),
        List.of(behind(formula, demand.exit(), demand.next())));
  }

  private static End behind(BlockFormula formula, Exit exit, Tracked next) {
    BlockFormula.End end = formula.end(exit);
    String procedure = formula.block().source().procedure();
    return new End(procedure, next, Copy.NEXT, end.state(), ACTIVATION, end.reached());
  }

  private TransitionFormula post(Demand.Post demand) {
    FromBlock from = fromBlock(demand.block());
    String procedure = demand.block().source().procedure();
    return new TransitionFormula(
        from.context(),
        from.formula().reached(demand.exit()),
        List.of(
            new End(
                procedure, demand.current(), Copy.CURRENT, from.start(), ACTIVATION, terms.yes()),
            behind(from.formula(), demand.exit(), demand.next())));
  }

  private FromBlock fromBlock(Block block) {
    FromBlock known = fromBlocks.get(block);
    if (known == null) {
      Encoding encoding = newEncoding();
      boolean atEntry = block.source().equals(blocks.entry(block.source().procedure()));
      SymbolicState start = atEntry ? encoding.entered() : encoding.arbitrary();
      BlockFormula formula = encoding.block(block, start, ACTIVATION, Labels.NONE);
      BlockContext context = newContext(encoding);
      formula.constraints().forEach(context::add);
      known = new FromBlock(context, start, formula);
      fromBlocks.put(block, known);
    }
    return known;
  }

  private TransitionFormula enter(Demand.Enter demand) {
    AtCall at = atCall(demand.call());
    return new TransitionFormula(
        at.context(),
        terms.yes(),
        List.of(
            ofCaller(demand.call(), demand.current(), Copy.CURRENT, at.states().before()),
            ofCallee(demand.call(), demand.entry(), Copy.CALLEE_ENTRY, at, at.states().entered())));
  }

  private TransitionFormula leave(Demand.Leave demand) {
    CutPoint.BeforeCall call = demand.call();
    AtCall at = atCall(call);
    CallStates states = at.states();
    return new TransitionFormula(
        at.context(),
        terms.yes(),
        List.of(
            ofCaller(call, demand.current(), Copy.CURRENT, states.before()),
            ofCallee(call, demand.entry(), Copy.CALLEE_ENTRY, at, states.entered()),
            ofCallee(call, demand.exit(), Copy.CALLEE_EXIT, at, states.left()),
            ofCaller(call, demand.next(), Copy.NEXT, states.behind())));
  }

  private AtCall atCall(CutPoint.BeforeCall call) {
    AtCall known = atCalls.get(call);
    int entryValues = memory.variables().entryValues(call.callee()).size();
    if (known == null || known.entryValues() != entryValues) {
      Encoding encoding = newEncoding();
      CallStates states = encoding.around(call, ACTIVATION, modRef);
      known = new AtCall(newContext(encoding), entryValues, states);
      atCalls.put(call, known);
    }
    return known;
  }

  private End ofCaller(CutPoint.BeforeCall call, Tracked tracked, Copy copy, SymbolicState state) {
    return new End(call.procedure(), tracked, copy, state, ACTIVATION, terms.yes());
  }

  private End ofCallee(
      CutPoint.BeforeCall call, Tracked tracked, Copy copy, AtCall at, SymbolicState state) {
    return new End(call.callee(), tracked, copy, state, at.states().callee(), terms.yes());
  }

  @Override
  public void close() {
    contexts.forEach(BlockContext::close);
  }
}
