// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.abstractor;

import dev.proviso.abstraction.abstractor.Enumerator.Literal;
import dev.proviso.abstraction.bdd.Bdd;
import dev.proviso.abstraction.bdd.Bdds;
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
import dev.proviso.abstraction.predicate.Predicate;
import dev.proviso.abstraction.predicate.StateVariables;
import dev.proviso.abstraction.predicate.StateVariables.Copy;
import dev.proviso.abstraction.smt.Solver;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.pointsto.ModRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Transition relations by the solver: computed by enumerating what it allows, and remembered; or
 * asked about single transitions.
 */
final class SmtRelations implements AutoCloseable {
  private static final int ACTIVATION = 0;

  private final Solver solver;
  private final Terms terms;
  private final Bdds bdds;
  private final Blocks blocks;
  private final Memory memory;
  private final ModRef modRef;
  private final StateVariables variables;
  private final Map<Demand, Query> queries = new LinkedHashMap<>();
  private final Map<Block, FromBlock> fromBlocks = new HashMap<>();
  private final Map<CutPoint.BeforeCall, AtCall> atCalls = new HashMap<>();
  private final List<BlockContext> contexts = new ArrayList<>();
  private final Inexactness inexactness = new Inexactness();
  private long hits;

  /** A block's formula from an arbitrary state. */
  private record FromBlock(BlockContext context, SymbolicState start, BlockFormula formula) {}

  /**
   * A call's formula.
   *
   * @param entryValues how many entry values of the callee were asked for when this was made
   */
  private record AtCall(BlockContext context, int entryValues, CallStates states) {}

  SmtRelations(
      Solver solver,
      Bdds bdds,
      Blocks blocks,
      Memory memory,
      ModRef modRef,
      StateVariables variables) {
    this.solver = solver;
    this.terms = solver.terms();
    this.bdds = bdds;
    this.blocks = blocks;
    this.memory = memory;
    this.modRef = modRef;
    this.variables = variables;
  }

  /** How many relations were asked for again. */
  long hits() {
    return hits;
  }

  /**
   * A relation, complete for these states; it may hold more: intersect it with them.
   *
   * @param states over CURRENT; behind a call, over CALLEE_ENTRY and CALLEE_EXIT too
   */
  Bdd relation(Demand demand, Bdd states) {
    return query(demand).complete(states);
  }

  /**
   * Whether a transition is none of the program's.
   *
   * @param transition values of some of the demand's BDD variables
   * @return those of them that suffice for that; empty where the program may have it
   */
  Optional<SortedMap<Integer, Boolean>> refute(
      Demand demand, SortedMap<Integer, Boolean> transition) {
    return query(demand).refute(transition);
  }

  private Query query(Demand demand) {
    solver.checkStopped();
    Query known = queries.get(demand);
    if (known != null) {
      hits++;
      return known;
    }
    Query made =
        switch (demand) {
          case Demand.Start d -> startQuery(d.block(), d.exit(), d.next());
          case Demand.Post d -> postQuery(d.block(), d.exit(), d.current(), d.next());
          case Demand.Enter d -> enterQuery(d);
          case Demand.Leave d -> leaveQuery(d);
        };
    queries.put(demand, made);
    return made;
  }

  private Encoding newEncoding() {
    return new Encoding(terms, memory, blocks.program(), inexactness);
  }

  private Query startQuery(Block block, Exit exit, List<Predicate> next) {
    Encoding encoding = newEncoding();
    SymbolicState start = encoding.programStart();
    encoding.keepEntryValues(start, block.source().procedure(), ACTIVATION);
    BlockFormula formula = encoding.block(block, start, ACTIVATION, Labels.NONE);
    BlockContext context = newContext(encoding);
    formula.constraints().forEach(context::add);
    List<Literal> literals = new ArrayList<>();
    atEnd(context, formula, exit, next, literals);
    return newQuery(context, formula.reached(exit), literals);
  }

  private Query postQuery(Block block, Exit exit, List<Predicate> current, List<Predicate> next) {
    FromBlock from = fromBlock(block);
    List<Literal> literals = new ArrayList<>();
    add(
        from.context(),
        block.source().procedure(),
        current,
        Copy.CURRENT,
        from.start(),
        terms.yes(),
        literals);
    atEnd(from.context(), from.formula(), exit, next, literals);
    return newQuery(from.context(), from.formula().reached(exit), literals);
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

  private void atEnd(
      BlockContext context,
      BlockFormula formula,
      Exit exit,
      List<Predicate> next,
      List<Literal> literals) {
    BlockFormula.End end = formula.end(exit);
    String procedure = formula.block().source().procedure();
    add(context, procedure, next, Copy.NEXT, end.state(), end.reached(), literals);
  }

  private void add(
      BlockContext context,
      String procedure,
      List<Predicate> predicates,
      Copy copy,
      SymbolicState state,
      Term guard,
      List<Literal> literals) {
    add(context, procedure, predicates, copy, state, ACTIVATION, guard, literals);
  }

  private void add(
      BlockContext context,
      String procedure,
      List<Predicate> predicates,
      Copy copy,
      SymbolicState state,
      int activation,
      Term guard,
      List<Literal> literals) {
    for (Predicate predicate : predicates) {
      Term truth = context.encoding().truth(predicate.condition(), state, activation, guard);
      literals.add(new Literal(variables.variable(procedure, predicate, copy), truth));
    }
  }

  private Query newQuery(BlockContext context, Term reached, List<Literal> literals) {
    context.assertConstraints();
    Set<String> inFormula = new HashSet<>(context.variables());
    inFormula.addAll(terms.variablesOf(reached));
    return new Query(bdds, context, reached, new Enumerator(terms, bdds, literals, inFormula));
  }

  private Query enterQuery(Demand.Enter demand) {
    CutPoint.BeforeCall call = demand.call();
    AtCall at = atCall(call);
    List<Literal> literals = new ArrayList<>();
    addCaller(at, call, demand.current(), Copy.CURRENT, at.states().before(), literals);
    addCallee(at, call, demand.entry(), Copy.CALLEE_ENTRY, at.states().entered(), literals);
    return newQuery(at.context(), terms.yes(), literals);
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

  private void addCaller(
      AtCall at,
      CutPoint.BeforeCall call,
      List<Predicate> predicates,
      Copy copy,
      SymbolicState state,
      List<Literal> literals) {
    add(at.context(), call.procedure(), predicates, copy, state, terms.yes(), literals);
  }

  private void addCallee(
      AtCall at,
      CutPoint.BeforeCall call,
      List<Predicate> predicates,
      Copy copy,
      SymbolicState state,
      List<Literal> literals) {
    add(
        at.context(),
        call.callee(),
        predicates,
        copy,
        state,
        at.states().callee(),
        terms.yes(),
        literals);
  }

  private Query leaveQuery(Demand.Leave demand) {
    CutPoint.BeforeCall call = demand.call();
    AtCall at = atCall(call);
    List<Literal> literals = new ArrayList<>();
    addCaller(at, call, demand.current(), Copy.CURRENT, at.states().before(), literals);
    addCallee(at, call, demand.entry(), Copy.CALLEE_ENTRY, at.states().entered(), literals);
    addCallee(at, call, demand.exit(), Copy.CALLEE_EXIT, at.states().left(), literals);
    addCaller(at, call, demand.next(), Copy.NEXT, at.states().behind(), literals);
    return newQuery(at.context(), terms.yes(), literals);
  }

  private BlockContext newContext(Encoding encoding) {
    BlockContext context = new BlockContext(encoding, solver);
    contexts.add(context);
    return context;
  }

  @Override
  public void close() {
    contexts.forEach(BlockContext::close);
  }
}
