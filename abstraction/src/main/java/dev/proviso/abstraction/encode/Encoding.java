// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.encode;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Frame;
import dev.proviso.abstraction.block.Step;
import dev.proviso.abstraction.encode.Evaluator.Nulls;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.abstraction.smt.Terms;
import dev.proviso.frontend.pointsto.ModRef;
import dev.proviso.frontend.pointsto.Region;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.types.VoidType;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * One formula in the making, to which blocks, calls and conditions are added one after the other.
 * The constraints collect here: {@link #takeConstraints} after each step.
 */
public final class Encoding {
  private final Formula formula;
  private final Program program;
  private int activations = 1;

  public Encoding(Terms terms, Memory memory, Program program, Inexactness inexactness) {
    this.formula = new Formula(terms, memory, inexactness);
    this.program = program;
  }

  public Terms terms() {
    return formula.terms();
  }

  /** A number that no activation has yet. */
  public int newActivation() {
    return activations++;
  }

  int newActivations(int count) {
    int first = activations;
    activations += count;
    return first;
  }

  Formula formula() {
    return formula;
  }

  Program program() {
    return program;
  }

  /** A state of which nothing is known. */
  public SymbolicState arbitrary() {
    return SymbolicState.at(new ArbitraryStart(formula));
  }

  /** A state in which a procedure is entered, of which nothing else is known. */
  public SymbolicState entered() {
    return SymbolicState.at(new EntryStart(formula));
  }

  /**
   * A state like {@code before} in which everything that a procedure may modify is unknown, and so
   * are the locals of one activation other than its entry values, and formals that keep theirs.
   */
  public SymbolicState modifiedBy(
      String procedure, ModRef modRef, SymbolicState before, int activation) {
    SymbolicState state = before.copy();
    SymbolicState unknown = arbitrary();
    SymbolicState entryValues = before.copy();
    ProgramVariables variables = formula.memory().variables();
    state.drop(activation);
    for (Cell cell : entryValues.changedCells()) {
      if (cell.activation() == activation
          && (variables.isEntryValue(cell.variable())
              || variables.isConstantFormal(procedure, cell.variable()))) {
        state.set(cell, entryValues.get(cell));
      }
    }
    for (Variable variable : modRef.modifiedVariables(procedure)) {
      for (Cell cell : formula.memory().cells().cells(Cell.STATIC, variable)) {
        state.set(cell, unknown.get(cell));
      }
    }
    for (Region region : modRef.modifiedRegions(procedure)) {
      state.set(region, unknown.get(region));
    }
    if (modRef.allocates(procedure)) {
      allocateSome(state, unknown);
    }
    return state;
  }

  // Allocations only count up.
  private void allocateSome(SymbolicState state, SymbolicState unknown) {
    Variable top = formula.memory().addresses().allocationTop();
    for (Cell cell : formula.memory().cells().cells(Cell.STATIC, top)) {
      formula.constrain(terms().lessOrEqual(state.get(cell), unknown.get(cell), false));
      state.set(cell, unknown.get(cell));
    }
  }

  /** The state in which the program starts, its static initialisers done. */
  public SymbolicState programStart() {
    SymbolicState state = SymbolicState.at(new ProgramStart(formula));
    Executor executor =
        executor(state, formula.terms().yes(), nowhere(program.entry()), UnaryOperator.identity());
    for (Program.Initialiser initialiser : program.initialisers()) {
      executor.assign(initialiser.target(), Cell.STATIC, initialiser.value(), Cell.STATIC);
    }
    return state;
  }

  /** Adds a block; its statements can be switched off one by one if {@code labels} says so. */
  public BlockFormula block(Block block, SymbolicState start, int activation, Labels labels) {
    return block(block, start, activation, labels, (arc, state, callee) -> {});
  }

  /** Adds a block, telling an observer the state behind each arc. */
  public BlockFormula block(
      Block block, SymbolicState start, int activation, Labels labels, Observer observer) {
    return new BlockEncoder(this, block, activation, labels, observer).encode(start.copy());
  }

  /** Is told what happens while a block is encoded. */
  public interface Observer {
    /**
     * @param index the arc's place in the block
     * @param state the state behind it; changes afterwards: read it at once
     * @param activation the activation that runs behind it: the arc's frame, or the callee that it
     *     enters
     */
    void passed(int index, SymbolicState state, int activation);
  }

  /** Which statements of a block count. */
  public sealed interface Labels {
    /** All of them. */
    Labels NONE = new All();

    /**
     * Those whose switches are on, which the block's formula tells: what the others assign is
     * unknown, what they assume is not.
     */
    Labels EACH_ARC = new Switched();

    /** See {@link #NONE}. */
    record All() implements Labels {}

    /** See {@link #EACH_ARC}. */
    record Switched() implements Labels {}

    /** All but the assumptions on other arcs than these, by their place in the block. */
    record Only(Set<Integer> arcs) implements Labels {}
  }

  /** The state in which a call that is not folded enters its callee. */
  public SymbolicState enter(SymbolicState caller, CallSite call) {
    SymbolicState state = caller.copy();
    enter(executor(state, call.guard(), call.edge(), call.names()), call);
    keepEntryValues(state, call.callee(), call.calleeActivation());
    return state;
  }

  /**
   * A call to be entered or left.
   *
   * @param guard true in models that pass the call
   * @param names applied to what is written; {@link UnaryOperator#identity} if it needs no switch
   */
  public record CallSite(
      Edge edge,
      String callee,
      int callerActivation,
      int calleeActivation,
      Term guard,
      UnaryOperator<Term> names) {}

  /**
   * Sets the entry values that predicates of a procedure speak of: what formals and globals hold in
   * this state.
   */
  public void keepEntryValues(SymbolicState state, String procedure, int activation) {
    Executor executor =
        executor(state, formula.terms().yes(), nowhere(procedure), UnaryOperator.identity());
    for (Map.Entry<Variable, Variable> e :
        formula.memory().variables().entryValues(procedure).entrySet()) {
      Expr now = Expr.Read.of(LValue.Var.of(e.getKey()));
      executor.assign(LValue.Var.of(e.getValue()), activation, now, activation);
    }
  }

  void enter(Executor executor, CallSite call) {
    Statement.Call statement = (Statement.Call) call.edge().statement();
    List<Variable> formals = procedure(call.callee()).formals();
    for (int i = 0; i < formals.size(); i++) {
      LValue formal = LValue.Var.of(formals.get(i));
      if (i < statement.arguments().size()) {
        Expr argument = statement.arguments().get(i);
        Expr value =
            argument.type().isScalar() && formal.type().isScalar()
                ? Expr.Cast.of(argument, formal.type())
                : argument;
        executor.assign(formal, call.calleeActivation(), value, call.callerActivation());
      } else {
        executor.execute(
            new Statement.Havoc(formal, new Statement.Cause.Unspecified()),
            call.callee(),
            call.calleeActivation());
      }
    }
  }

  /** The state behind a call that is not folded, from the state at the callee's exit. */
  public SymbolicState leave(SymbolicState callee, CallSite call) {
    SymbolicState state = callee.copy();
    leave(executor(state, call.guard(), call.edge(), call.names()), call);
    state.drop(call.calleeActivation());
    return state;
  }

  void leave(Executor executor, CallSite call) {
    Statement.Call statement = (Statement.Call) call.edge().statement();
    LValue target = statement.result();
    if (target == null) {
      return;
    }
    if (procedure(call.callee()).type().result() instanceof VoidType) {
      executor.execute(
          new Statement.Havoc(target, new Statement.Cause.Unspecified()),
          call.edge().source().procedure(),
          call.callerActivation());
      return;
    }
    Expr result = Expr.Read.of(LValue.Var.of(formula.memory().variables().result(call.callee())));
    Expr value =
        result.type().isScalar() && target.type().isScalar()
            ? Expr.Cast.of(result, target.type())
            : result;
    executor.assign(target, call.callerActivation(), value, call.calleeActivation());
  }

  /**
   * The states around a call of which nothing else is known.
   *
   * @param activation the caller's
   */
  public CallStates around(CutPoint.BeforeCall call, int activation, ModRef modRef) {
    CallSite site =
        new CallSite(
            call.edge(),
            call.callee(),
            activation,
            newActivation(),
            formula.terms().yes(),
            UnaryOperator.identity());
    int callee = site.calleeActivation();
    SymbolicState before = arbitrary();
    SymbolicState entered = enter(before, site);
    SymbolicState left = modifiedBy(call.callee(), modRef, entered, callee);
    return new CallStates(callee, before, entered, left, leave(left, site));
  }

  /** Changes a state as a step without a condition does. */
  void pass(
      Step step,
      Executor executor,
      SymbolicState state,
      Term guard,
      ToIntFunction<Frame> activations) {
    int here = activations.applyAsInt(step.frame());
    switch (step) {
      case Step.Execute s -> executor.execute(s.edge().statement(), s.frame().procedure(), here);
      case Step.Enter s -> enter(executor, site(s, s.callee(), guard, activations));
      case Step.Leave s -> {
        leave(executor, site(s, s.callee(), guard, activations));
        state.drop(activations.applyAsInt(s.callee()));
      }
      case Step.Dispatch s -> throw new IllegalStateException("that is a condition");
      case Step.Pass s -> {}
    }
  }

  private static CallSite site(
      Step call, Frame callee, Term guard, ToIntFunction<Frame> activations) {
    return new CallSite(
        call.edge(),
        callee.procedure(),
        activations.applyAsInt(call.frame()),
        activations.applyAsInt(callee),
        guard,
        UnaryOperator.identity());
  }

  private Procedure procedure(String name) {
    Procedure procedure = program.procedures().get(name);
    if (procedure == null) {
      throw new IllegalArgumentException("no procedure " + name);
    }
    return procedure;
  }

  Executor executor(SymbolicState state, Term guard, Edge edge, UnaryOperator<Term> names) {
    return new Executor(formula, state, guard, edge, names);
  }

  /** When a condition is true in a state. */
  public Term truth(Expr condition, SymbolicState state, int activation, Term guard) {
    return new Evaluator(formula, state, activation, guard, nowhere(""), Nulls.ANYTHING)
        .truth(condition);
  }

  /** Only where the condition is true: from here on its number is read as what it says. */
  public void assume(Expr condition, SymbolicState state, int activation) {
    Term truth = truth(condition, state, activation, terms().yes());
    constrain(truth);
    state.learn(truth);
  }

  /**
   * The value of a scalar object in a state, as wide as its type. No null pointer leads to it; from
   * a device it is read anew.
   */
  public Term value(LValue object, SymbolicState state, int activation) {
    return new Evaluator(
            formula, state, activation, formula.terms().yes(), nowhere(""), Nulls.EXCLUDED)
        .number(Expr.Read.of(object));
  }

  /** True of a value that nothing inexact is a part of. */
  public boolean isExact(Term value) {
    Set<Term> inexact = formula.inexactness().places().keySet();
    return inexact.isEmpty() || terms().variablesIn(value).stream().noneMatch(inexact::contains);
  }

  /** What an object holds in a state, as far as the program accesses it. */
  public List<InitialValues.Part> content(LValue object, SymbolicState state, int activation) {
    Evaluator evaluator =
        new Evaluator(
            formula, state, activation, formula.terms().yes(), nowhere(""), Nulls.EXCLUDED);
    return new Content(formula, state, activation, evaluator).of(object);
  }

  /** What was asked of the state in which the formula starts. */
  public InitialValues initialValues(SymbolicState state) {
    return state.initialValues();
  }

  /** The cells of memory that a path accesses which ends in a state. */
  public Accesses accesses(SymbolicState end) {
    return new Accesses(formula, end);
  }

  /** What was read since the last call at addresses that belong to no object. */
  public List<MemoryCell> takeDevices() {
    return formula.takeDevices();
  }

  /** What was scrambled since the last call. */
  public List<Scrambled> takeScrambled() {
    return formula.takeScrambled();
  }

  /** Adds a constraint. */
  public void constrain(Term constraint) {
    formula.constrain(constraint);
  }

  /** Where the program starts. */
  public String entryProcedure() {
    return program.entry();
  }

  /** The constraints that came up since the last call. */
  public List<Term> takeConstraints() {
    return formula.takeConstraints();
  }

  /** A person's name for a value of a type. */
  public String describeAddress(BigInteger address) {
    return formula.memory().addresses().describe(address);
  }

  private static Edge nowhere(String procedure) {
    Location location = new Location(procedure, 0);
    return new Edge(location, new Statement.Skip(), location, Origin.NONE);
  }
}
