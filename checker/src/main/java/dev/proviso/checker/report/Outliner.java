// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.report;

import dev.proviso.checker.report.TraceOutline.Effect;
import dev.proviso.checker.report.TraceOutline.Enter;
import dev.proviso.checker.report.TraceOutline.Item;
import dev.proviso.checker.report.TraceOutline.Step;
import dev.proviso.checker.verdict.Trace;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Procedure;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.specs.weave.WovenProgram;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds a trace into its outline, in one pass over the steps. */
public final class Outliner {
  private final WovenProgram woven;
  private final Values values;
  private final List<Item> items = new ArrayList<>();
  private final List<Frame> stack = new ArrayList<>();
  private @Nullable Line line;

  private Outliner(WovenProgram woven, Sources sources) {
    this.woven = woven;
    this.values = new Values(woven, new Enumerators(sources));
  }

  /** The outline of a trace of this program. */
  public static TraceOutline outline(Trace trace, WovenProgram woven, Sources sources) {
    return new Outliner(woven, sources).run(trace);
  }

  /** One activation. Shown are those of the user's procedures. */
  private static final class Frame {
    final String procedure;
    final Origin.Kind kind;
    final SourceRange range;
    final int depth;

    /** The line that the activation is at; the one that called, while a callee runs. */
    @Nullable Line line;

    /** The call whose callee runs; its result may be told by one more step of the same edge. */
    @Nullable Edge call;

    Frame(String procedure, Origin origin, int depth) {
      this.procedure = procedure;
      this.kind = origin.kind();
      this.range = origin.range();
      this.depth = depth;
    }

    boolean shown() {
      return kind == Origin.Kind.USER;
    }
  }

  /** A source line while its steps are gathered. */
  private static final class Line {
    final Frame frame;
    final Origin.Kind kind;
    final boolean continued;
    final Set<Edge> edges = new HashSet<>();
    final List<Effect> effects = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    SourceRange range;
    Origin.@Nullable Branch branch;

    Line(Frame frame, Origin.Kind kind, SourceRange range, boolean continued) {
      this.frame = frame;
      this.kind = kind;
      this.range = range;
      this.continued = continued;
    }

    /** Of several values that an object gets on one line, the last counts. */
    void add(Effect effect) {
      for (int i = 0; i < effects.size(); i++) {
        Effect earlier = effects.get(i);
        if (earlier.object().equals(effect.object()) && earlier.owner() == effect.owner()) {
          effects.remove(i);
          effects.add(
              new Effect(effect.owner(), effect.object(), earlier.before(), effect.value()));
          return;
        }
      }
      effects.add(effect);
    }

    boolean isAt(SourceRange other) {
      return range.file().equals(other.file()) && range.line() == other.line();
    }
  }

  private TraceOutline run(Trace trace) {
    List<Trace.Step> steps = trace.steps();
    for (int i = 0; i < steps.size(); i++) {
      enterAndLeave(steps.get(i), i == 0 ? null : steps.get(i - 1));
      step(steps.get(i));
    }
    finishLine();
    Edge last = steps.getLast().edge();
    String message = last.statement() instanceof Statement.Abort a ? a.message() : "";
    return new TraceOutline(items, message, place(), last.origin().range(), steps.size());
  }

  private void enterAndLeave(Trace.Step step, Trace.@Nullable Step previous) {
    while (stack.size() > step.depth() + 1) {
      Frame left = stack.removeLast();
      if (left.shown()) {
        finishLine();
      }
    }
    while (stack.size() < step.depth() + 1) {
      if (!stack.isEmpty() && previous != null) {
        stack.getLast().call = previous.edge();
      }
      enter(step, previous);
    }
  }

  private void enter(Trace.Step step, Trace.@Nullable Step previous) {
    String name = step.edge().source().procedure();
    @Nullable Procedure procedure = woven.program().procedures().get(name);
    Origin origin = procedure == null ? step.edge().origin() : procedure.origin();
    int shown = (int) stack.stream().filter(Frame::shown).count();
    boolean fromPlatform = stack.isEmpty() || !stack.getLast().shown();
    Frame frame = new Frame(name, origin, shown);
    stack.add(frame);
    if (frame.shown()) {
      finishLine();
      List<Effect> arguments = previous == null ? List.of() : values.arguments(previous);
      items.add(new Enter(shown, name, fromPlatform, frame.range, arguments));
    }
  }

  private void step(Trace.Step step) {
    Frame frame = stack.getLast();
    Origin origin = step.edge().origin();
    if (frame.shown() && isWorthALine(step.edge(), frame)) {
      moveTo(frame, step.edge());
    } else if (step.edge().statement() instanceof Statement.Abort && !insideShown()) {
      moveTo(outsideRule(), step.edge());
    }
    List<Effect> effects = values.after(step, frame.kind);
    if (!effects.isEmpty()) {
      Line target =
          line != null ? line : newLine(frame, frame.kind, lineRange(frame, origin), false);
      effects.forEach(target::add);
    }
    boolean isProgram = frame.kind != Origin.Kind.RULE && frame.kind != Origin.Kind.HARNESS;
    if (!step.notes().isEmpty() && isProgram) {
      Line target =
          line != null ? line : newLine(frame, frame.kind, lineRange(frame, origin), false);
      target.notes.addAll(step.notes());
    }
  }

  /** Whether the rule's code now runs on behalf of a function that is shown. */
  private boolean insideShown() {
    return outsideRule().shown();
  }

  private Frame outsideRule() {
    for (int i = stack.size() - 1; i > 0; i--) {
      if (stack.get(i).kind != Origin.Kind.RULE) {
        return stack.get(i);
      }
    }
    return stack.getFirst();
  }

  private static SourceRange lineRange(Frame frame, Origin origin) {
    return origin.range().equals(SourceRange.NONE) ? frame.range : origin.range();
  }

  private static boolean isWorthALine(Edge edge, Frame frame) {
    Origin origin = edge.origin();
    boolean here =
        origin.kind() == Origin.Kind.USER || origin.range().file().equals(frame.range.file());
    boolean entryOfRule =
        origin.kind() == Origin.Kind.RULE && origin.range().line() == frame.range.line();
    return here
        && !entryOfRule
        && origin.range().line() > 0
        && switch (edge.statement()) {
          case Statement.Skip s -> false;
          case Statement.Assume s ->
              s.reason() == Statement.Assume.Reason.BRANCH && origin.branch() != null;
          case Statement.Havoc s -> !(s.cause() instanceof Statement.Cause.Uninitialised);
          case Statement.Assign s -> true;
          case Statement.Call s -> true;
          case Statement.Return s -> true;
          case Statement.Allocate s -> true;
          case Statement.Free s -> true;
          case Statement.CopyMemory s -> true;
          case Statement.FillMemory s -> true;
          case Statement.Scramble s -> true;
          case Statement.Abort s -> true;
        };
  }

  private void moveTo(Frame frame, Edge edge) {
    SourceRange range = lineRange(frame, edge.origin());
    @Nullable Line at = frame.line;
    boolean isResult = edge.equals(frame.call);
    frame.call = null;
    boolean sameLine = at != null && at.isAt(range) && (isResult || !at.edges.contains(edge));
    if (at == null || !sameLine || at != line) {
      at = newLine(frame, frame.kind, range, sameLine);
    }
    at.edges.add(edge);
    Origin.@Nullable Branch branch = edge.origin().branch();
    if (branch != null && (at.branch == null || !isOperator(branch))) {
      at.branch = branch;
    }
  }

  private static boolean isOperator(Origin.Branch branch) {
    return !Character.isLetter(branch.keyword().charAt(0));
  }

  private Line newLine(Frame frame, Origin.Kind kind, SourceRange range, boolean continued) {
    finishLine();
    Line made = new Line(frame, kind, range, continued);
    line = made;
    frame.line = made;
    return made;
  }

  private void finishLine() {
    @Nullable Line done = line;
    line = null;
    boolean empty =
        done == null
            || (done.effects.isEmpty()
                && done.notes.isEmpty()
                && done.branch == null
                && done.continued);
    if (done != null && !empty) {
      int depth = done.frame.shown() ? done.frame.depth + 1 : done.frame.depth;
      items.add(
          new Step(
              depth,
              done.frame.procedure,
              done.kind,
              done.range,
              done.branch,
              done.continued,
              done.effects,
              values.ruleState(),
              done.notes));
    }
  }

  /** Where the user's code was last. */
  private SourceRange place() {
    for (Item item : items.reversed()) {
      if (item instanceof Step step && step.kind() == Origin.Kind.USER) {
        return step.range();
      }
    }
    return SourceRange.NONE;
  }
}
