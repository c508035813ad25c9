// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.refine;

import dev.proviso.abstraction.block.Block;
import dev.proviso.abstraction.block.Block.Arc;
import dev.proviso.abstraction.block.CutPoint;
import dev.proviso.abstraction.block.Step;
import dev.proviso.abstraction.encode.Accesses;
import dev.proviso.abstraction.encode.BlockFormula;
import dev.proviso.abstraction.encode.Encoding;
import dev.proviso.abstraction.encode.Encoding.CallSite;
import dev.proviso.abstraction.encode.Encoding.Labels;
import dev.proviso.abstraction.encode.SymbolicState;
import dev.proviso.abstraction.smt.Session;
import dev.proviso.abstraction.smt.Term;
import dev.proviso.checker.reach.AbstractPath;
import dev.proviso.checker.verdict.Trace;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.LValue;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Program;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.PointerType;
import dev.proviso.frontend.types.Type;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Encodes one concrete path once more, straight, and reads a trace with values off its model. In
 * the straight formula every condition speaks of the path's inputs alone: so it shows whether the
 * path depends on something inexact.
 */
final class TraceBuilder {
  private final Encoding encoding;
  private final Program program;
  private final List<Term> constraints = new ArrayList<>();
  private final List<Pending> steps = new ArrayList<>();
  private final InputsBuilder inputs;
  private final Accesses accesses;
  private int depth;

  private record Pending(int depth, Edge edge, List<PendingChange> changes) {}

  private record PendingChange(LValue object, Term value) {}

  TraceBuilder(Encoding encoding, Program program, List<ConcretePath.Taken> path) {
    this.encoding = encoding;
    this.program = program;
    Deque<Integer> activations = new ArrayDeque<>();
    activations.push(0);
    SymbolicState state = encoding.programStart();
    inputs = new InputsBuilder(encoding, program, state);
    for (ConcretePath.Taken taken : path) {
      state =
          switch (taken.part()) {
            case AbstractPath.Through p -> through(p, taken.way(), state, activations.element());
            case AbstractPath.Into p -> {
              int caller = activations.element();
              activations.push(encoding.newActivation());
              SymbolicState entered =
                  encoding.enter(state, site(p.call(), caller, activations.element()));
              steps.add(
                  new Pending(
                      depth++,
                      p.call().edge(),
                      formals(p.call().callee(), entered, activations.element())));
              inputs.entered(
                  p.call().edge(), p.call().callee(), entered, activations.element(), last());
              yield entered;
            }
            case AbstractPath.OutOf p -> {
              int callee = activations.pop();
              SymbolicState left =
                  encoding.leave(state, site(p.call(), activations.element(), callee));
              depth--;
              result(p.call().edge(), left, activations.element());
              inputs.left(p.call().edge(), last());
              yield left;
            }
          };
      constraints.addAll(encoding.takeConstraints());
    }
    accesses = encoding.accesses(state);
  }

  private CallSite site(CutPoint.BeforeCall call, int caller, int callee) {
    return new CallSite(
        call.edge(),
        call.callee(),
        caller,
        callee,
        encoding.terms().yes(),
        UnaryOperator.identity());
  }

  private SymbolicState through(
      AbstractPath.Through part, List<Arc> way, SymbolicState state, int activation) {
    Block straight = part.block().along(way, part.exit());
    BlockFormula formula =
        encoding.block(
            straight,
            state,
            activation,
            Labels.NONE,
            (index, behind, here) -> passed(straight.arcs().get(index).step(), behind, here));
    constraints.addAll(formula.constraints());
    constraints.add(formula.reached(part.exit()));
    return formula.end(part.exit()).state();
  }

  private void passed(Step step, SymbolicState state, int activation) {
    switch (step) {
      case Step.Execute s -> {
        List<PendingChange> changes = changes(s, state, activation);
        steps.add(new Pending(depth, s.edge(), changes));
        Term after = changes.isEmpty() ? null : changes.getFirst().value();
        inputs.passed(s.edge(), state, activation, last(), after);
      }
      case Step.Enter s -> {
        steps.add(
            new Pending(depth++, s.edge(), formals(s.callee().procedure(), state, activation)));
        inputs.entered(s.edge(), s.callee().procedure(), state, activation, last());
      }
      case Step.Leave s -> {
        depth--;
        result(s.edge(), state, activation);
        inputs.left(s.edge(), last());
      }
      case Step.Dispatch s -> {}
      case Step.Pass s -> {
        if (s.edge().statement() instanceof Statement.Abort) {
          steps.add(new Pending(depth, s.edge(), List.of()));
          inputs.passed(s.edge(), state, activation, last(), null);
        }
      }
    }
  }

  private void result(Edge edge, SymbolicState state, int activation) {
    LValue target = ((Statement.Call) edge.statement()).result();
    if (target != null) {
      steps.add(new Pending(depth, edge, change(target, state, activation)));
    }
  }

  private List<PendingChange> changes(Step.Execute step, SymbolicState state, int activation) {
    return switch (step.edge().statement()) {
      case Statement.Assign s -> change(s.target(), state, activation);
      case Statement.Havoc s -> change(s.target(), state, activation);
      case Statement.Allocate s -> change(s.target(), state, activation);
      default -> List.of();
    };
  }

  private List<PendingChange> change(LValue target, SymbolicState state, int activation) {
    return target.type().isScalar()
        ? List.of(new PendingChange(target, encoding.value(target, state, activation)))
        : List.of();
  }

  private List<PendingChange> formals(String procedure, SymbolicState state, int activation) {
    List<PendingChange> result = new ArrayList<>();
    Procedure callee = program.procedures().get(procedure);
    if (callee != null) {
      for (Variable formal : callee.formals()) {
        result.addAll(change(LValue.Var.of(formal), state, activation));
      }
    }
    return result;
  }

  /** Which step was the last one. */
  private int last() {
    return steps.size() - 1;
  }

  List<Term> constraints() {
    return constraints;
  }

  /** What the path does to memory. */
  Accesses accesses() {
    return accesses;
  }

  /** The variables of all that {@link #inputs} and {@link #accesses} tell. */
  Set<Term> variables() {
    Set<Term> result = inputs.variables();
    accesses.addresses().forEach(a -> result.addAll(encoding.terms().variablesIn(a)));
    return result;
  }

  /** What an execution along the path takes from outside, as a model of the constraints says. */
  Inputs inputs(Session.Model model) {
    return inputs.inputs(model);
  }

  /** The trace that a model of the constraints describes. */
  Trace trace(Session.Model model) {
    List<Trace.Step> result = new ArrayList<>();
    for (Pending step : steps) {
      List<Trace.Change> changes = new ArrayList<>();
      for (PendingChange change : step.changes()) {
        changes.add(
            new Trace.Change(
                change.object(), describe(change.object().type(), model.value(change.value()))));
      }
      result.add(new Trace.Step(step.depth(), step.edge(), changes));
    }
    return new Trace(result);
  }

  private String describe(Type type, BigInteger value) {
    return switch (type) {
      case IntType t -> t.wrap(value).toString();
      case PointerType t -> encoding.describeAddress(value);
      default -> "0x" + value.toString(16);
    };
  }
}
