// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.bp;

import dev.proviso.abstraction.boolprog.BooleanExpr;
import dev.proviso.abstraction.boolprog.BooleanSource;
import dev.proviso.abstraction.boolprog.BooleanStatement;
import dev.proviso.checker.bp.BooleanTrace.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Executes a boolean program step by step, told what to choose, and refuses what the program cannot
 * do. Knows no BDDs: what it executed to the end has happened.
 */
final class Execution {
  private final BooleanSource source;
  private final Effects effects;
  private final Map<Variable, Boolean> globals = new HashMap<>();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Deque<Integer> calls = new ArrayDeque<>();
  private final List<BooleanTrace.Step> steps = new ArrayList<>();
  private boolean possible = true;

  Execution(BooleanSource source, Effects effects) {
    this.source = source;
    this.effects = effects;
  }

  Frame frame() {
    return frames.element();
  }

  /** False if something was asked that the program cannot do. */
  boolean isPossible() {
    return possible;
  }

  List<BooleanTrace.Step> steps() {
    return steps;
  }

  private void demand(boolean condition) {
    possible &= condition;
  }

  private Choices choices(Frame frame, Map<Variable, Boolean> next) {
    return new Choices(
        frame::get,
        name -> {
          Variable variable = frame.model().scope().variable(name);
          return next.getOrDefault(variable, frame.get(variable));
        });
  }

  private void demand(BooleanExpr condition, boolean value) {
    demand(choices(frame(), Map.of()).canBe(condition, value));
  }

  private void demandEnforced() {
    frame().model().flow().procedure().enforced().ifPresent(e -> demand(e, true));
  }

  private void tell(Kind kind, int node, SequencedMap<String, Boolean> changed) {
    Frame frame = frame();
    steps.add(
        new BooleanTrace.Step(
            kind,
            frame.procedure(),
            frames.size() - 1,
            node == frame.model().flow().exit()
                ? new BooleanStatement.Return(List.of())
                : frame.model().flow().statement(node),
            source.place(frame.procedure(), node),
            changed));
  }

  /** Sets values that nothing determines yet. */
  void start(Model main, Map<Variable, Boolean> values) {
    frames.push(new Frame(main, globals));
    values.forEach(frame()::set);
    frame().enter();
    demandEnforced();
    tell(Kind.START, 0, frame().values(effects));
  }

  /** A guard, a jump, an assignment or a return, with the values that its targets get. */
  void step(int node, Map<Variable, Boolean> next) {
    Frame frame = frame();
    switch (frame.model().flow().statement(node)) {
      case BooleanStatement.Skip s -> {}
      case BooleanStatement.Goto s -> {}
      case BooleanStatement.Assume s -> demand(s.condition(), true);
      case BooleanStatement.Assert s -> demand(s.condition(), true);
      case BooleanStatement.AbortIf s -> demand(s.condition(), false);
      case BooleanStatement.Return s -> {
        for (int i = 0; i < s.values().size(); i++) {
          Variable result = frame.model().scope().results().get(i);
          demand(s.values().get(i), next.getOrDefault(result, false));
        }
      }
      case BooleanStatement.Assign s -> {
        Choices choices = choices(frame, next);
        for (int i = 0; i < s.targets().size(); i++) {
          String name = s.targets().get(i);
          if (!name.equals(BooleanStatement.DROPPED)) {
            boolean value = next.getOrDefault(frame.model().scope().variable(name), false);
            demand(choices.canBe(s.values().get(i), value));
          }
        }
        s.constraint().ifPresent(c -> demand(choices.canBe(c, true)));
      }
      case BooleanStatement.Call s -> demand(false);
      case BooleanStatement.StartThread s -> demand(false);
    }
    SequencedMap<String, Boolean> changed = change(frame, next);
    demandEnforced();
    tell(Kind.STATEMENT, node, changed);
  }

  private static SequencedMap<String, Boolean> change(Frame frame, Map<Variable, Boolean> next) {
    SequencedMap<String, Boolean> changed = new LinkedHashMap<>();
    next.forEach(
        (variable, value) -> {
          if (!frame.model().scope().results().contains(variable)) {
            changed.put(variable.name(), value);
          }
          frame.set(variable, value);
        });
    return changed;
  }

  /** Into a call, with the values of the callee's parameters and locals. */
  void enter(int node, Model callee, Map<Variable, Boolean> values) {
    BooleanStatement.Call call = (BooleanStatement.Call) frame().model().flow().statement(node);
    for (int i = 0; i < call.arguments().size(); i++) {
      Variable parameter = callee.scope().parameters().get(i);
      demand(call.arguments().get(i), values.getOrDefault(parameter, false));
    }
    tell(Kind.ENTER, node, new LinkedHashMap<>());
    calls.push(node);
    frames.push(new Frame(callee, globals));
    values.forEach(frame()::set);
    frame().enter();
    demandEnforced();
    BooleanTrace.Step enter = steps.removeLast();
    steps.add(
        new BooleanTrace.Step(
            Kind.ENTER,
            enter.procedure(),
            enter.depth(),
            enter.statement(),
            enter.place(),
            frame().values(effects)));
  }

  /**
   * Back to the caller.
   *
   * @param open the results where no return statement gave any
   */
  void leave(Map<Variable, Boolean> open) {
    Frame callee = frames.pop();
    open.forEach(callee::setIfNone);
    int node = calls.pop();
    Frame caller = frame();
    BooleanStatement.Call call = (BooleanStatement.Call) caller.model().flow().statement(node);
    Map<Variable, Boolean> next = new LinkedHashMap<>();
    for (int i = 0; i < call.targets().size(); i++) {
      String name = call.targets().get(i);
      if (!name.equals(BooleanStatement.DROPPED)) {
        next.put(
            caller.model().scope().variable(name),
            callee.get(callee.model().scope().results().get(i)));
      }
    }
    SequencedMap<String, Boolean> changed = change(caller, next);
    demandEnforced();
    tell(Kind.LEAVE, node, changed);
  }

  /** Over a call whose inside is not known: it is believed to have these effects. */
  void over(int node, Map<Variable, Boolean> next) {
    tell(Kind.CALL, node, change(frame(), next));
  }

  /** The error itself. */
  void fail(int node) {
    switch (frame().model().flow().statement(node)) {
      case BooleanStatement.Assert s -> demand(s.condition(), false);
      case BooleanStatement.AbortIf s -> demand(s.condition(), true);
      default -> demand(false);
    }
    tell(Kind.ERROR, node, new LinkedHashMap<>());
  }

  /** A label is the error: execution is there. */
  void arrive(int node) {
    tell(Kind.ERROR, node, new LinkedHashMap<>());
  }
}
