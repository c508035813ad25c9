// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

import dev.proviso.abstraction.boolprog.BooleanProcedure.Line;
import dev.proviso.frontend.source.NearNames;
import dev.proviso.frontend.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Makes a procedure of ANTLR's tree. */
final class ProcedureReader {
  /** Boppo's way to say that a call starts a thread. */
  private static final String THREAD_LABEL = "ASYNC_";

  private final ReadContext context;
  private final BpParser.ProcedureContext procedure;
  private final int results;
  private final Set<String> parameters = new LinkedHashSet<>();
  private final Set<String> own = new LinkedHashSet<>();
  private final Set<String> visible = new LinkedHashSet<>();
  private final ExprReader exprs;
  private final Labels labels;
  private final List<BooleanExpr> enforced = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<SourceRange> places = new ArrayList<>();
  private final List<String> pending = new ArrayList<>();

  ProcedureReader(ReadContext context, Set<String> globals, BpParser.ProcedureContext procedure) {
    this.context = context;
    this.procedure = procedure;
    String name = ReadContext.text(procedure.name(0));
    ReadContext.@Nullable Head head = context.heads().get(name);
    results = head == null ? 0 : head.results();
    visible.addAll(globals);
    exprs = new ExprReader(context, visible);
    labels = new Labels(context, procedure.sequence());
  }

  /** One for each line. */
  List<SourceRange> places() {
    return places;
  }

  BooleanProcedure read() {
    List<BpParser.NameContext> names = procedure.name();
    context.declare(names.subList(1, names.size()), own, "parameter");
    parameters.addAll(own);
    visible.addAll(own);
    sequence(procedure.sequence());
    if (!pending.isEmpty()) {
      add(new BooleanStatement.Skip(), procedure.sequence());
    }
    labels.check();
    List<String> locals = new ArrayList<>(own);
    locals.removeAll(parameters);
    return new BooleanProcedure(
        ReadContext.text(names.getFirst()),
        List.copyOf(parameters),
        results,
        locals,
        enforced.stream().reduce(BooleanExpr.And::new),
        lines);
  }

  private void sequence(BpParser.SequenceContext sequence) {
    for (var child : sequence.children == null ? List.<Object>of() : sequence.children) {
      switch (child) {
        case BpParser.LineContext line -> line(line);
        case BpParser.BlockContext block -> block(block);
        default -> {}
      }
    }
  }

  private void label(List<BpParser.LabelContext> names) {
    names.forEach(l -> pending.add(ReadContext.text(l.name())));
  }

  private void line(BpParser.LineContext line) {
    label(line.label());
    if (line.simple() != null) {
      simple(line.simple());
    }
  }

  private void block(BpParser.BlockContext block) {
    label(block.label());
    if (block.choice() != null) {
      choice(block.choice());
    } else {
      loop(block.loop());
    }
  }

  private void jump(ParserRuleContext place, String... targets) {
    add(new BooleanStatement.Goto(List.of(targets)), place);
  }

  private void choice(BpParser.ChoiceContext choice) {
    String end = labels.make("fi");
    List<BpParser.ExprContext> conditions = choice.expr();
    for (int i = 0; i < conditions.size(); i++) {
      String then = labels.make("then");
      String otherwise = labels.make("else");
      BooleanExpr condition = exprs.value(conditions.get(i));
      jump(conditions.get(i), then, otherwise);
      pending.add(then);
      add(new BooleanStatement.Assume(condition), conditions.get(i));
      sequence(choice.sequence(i));
      jump(conditions.get(i), end);
      pending.add(otherwise);
      add(new BooleanStatement.Assume(BooleanExpr.not(condition)), conditions.get(i));
    }
    if (choice.sequence().size() > conditions.size()) {
      sequence(choice.sequence(conditions.size()));
    }
    pending.add(end);
  }

  private void loop(BpParser.LoopContext loop) {
    String head = labels.make("while");
    String body = labels.make("do");
    String end = labels.make("od");
    BooleanExpr condition = exprs.value(loop.expr());
    pending.add(head);
    jump(loop.expr(), body, end);
    pending.add(body);
    add(new BooleanStatement.Assume(condition), loop.expr());
    sequence(loop.sequence());
    jump(loop.expr(), head);
    pending.add(end);
    add(new BooleanStatement.Assume(BooleanExpr.not(condition)), loop.expr());
  }

  /** A line, after one for each pending label but the last. */
  private void add(BooleanStatement statement, ParserRuleContext place) {
    SourceRange range = context.range(place);
    Line line = Line.of(statement);
    for (int i = 0; i < pending.size() - 1; i++) {
      lines.add(Line.of(new BooleanStatement.Skip()).labelled(pending.get(i)));
      places.add(range);
    }
    if (!pending.isEmpty()) {
      line = line.labelled(pending.getLast());
      pending.clear();
    }
    Optional<String> comment = context.comment(place);
    lines.add(comment.isPresent() ? line.explained(comment.get()) : line);
    places.add(range);
  }

  private void simple(BpParser.SimpleContext simple) {
    switch (simple) {
      case BpParser.DeclareContext s -> {
        context.declare(s.declaration().name(), own, "variable");
        visible.addAll(own);
      }
      case BpParser.EnforceContext s -> enforced.add(exprs.value(s.expr()));
      case BpParser.SkipContext s -> add(new BooleanStatement.Skip(), s);
      case BpParser.AtomicContext s -> add(new BooleanStatement.Skip(), s);
      case BpParser.PrintContext s -> {
        exprs.values(s.exprs().expr());
        add(new BooleanStatement.Skip(), s);
      }
      case BpParser.AssumeContext s -> add(new BooleanStatement.Assume(exprs.value(s.expr())), s);
      case BpParser.AssertContext s -> add(new BooleanStatement.Assert(exprs.value(s.expr())), s);
      case BpParser.AbortIfContext s -> add(new BooleanStatement.AbortIf(exprs.value(s.expr())), s);
      case BpParser.DeadContext s -> dead(s);
      case BpParser.GotoContext s -> {
        labels.use(s.name());
        add(new BooleanStatement.Goto(s.name().stream().map(ReadContext::text).toList()), s);
      }
      case BpParser.ReturnContext s -> leave(s);
      case BpParser.CallAloneContext s -> call(s.call(), List.of(), s);
      case BpParser.CallAssignContext s -> call(s.call(), s.name(), s);
      case BpParser.AssignContext s -> assign(s);
      case BpParser.ThreadContext s -> thread(s.call(), s);
      // A thread may as well never go on.
      case BpParser.EndThreadContext s -> add(new BooleanStatement.Assume(BooleanExpr.FALSE), s);
      default -> throw new IllegalStateException("a statement of no known form");
    }
  }

  private List<String> targets(List<BpParser.NameContext> names) {
    Map<String, BpParser.NameContext> seen = new LinkedHashMap<>();
    List<String> result = new ArrayList<>();
    for (BpParser.NameContext name : names) {
      String text = ReadContext.text(name);
      if (!text.equals(BooleanStatement.DROPPED)) {
        exprs.variable(name);
        if (seen.put(text, name) != null) {
          context.error(name, "'" + text + "' is assigned twice at once", "name it once, or use _");
        }
      }
      result.add(text);
    }
    return result;
  }

  /** Their values do not matter any more: they may be any. */
  private void dead(BpParser.DeadContext s) {
    List<String> names = targets(s.name());
    List<BooleanExpr> any = names.stream().map(n -> BooleanExpr.ANY).toList();
    add(new BooleanStatement.Assign(names, any, Optional.empty()), s);
  }

  private void assign(BpParser.AssignContext s) {
    List<BpParser.ExprContext> values = s.exprs().expr();
    if (values.size() != s.name().size()) {
      context.error(
          s,
          values.size() + " values for " + s.name().size() + " variables",
          "as many on the right of := as on the left");
    }
    Optional<BooleanExpr> constraint =
        s.expr() == null ? Optional.empty() : Optional.of(exprs.constraint(s.expr()));
    add(new BooleanStatement.Assign(targets(s.name()), exprs.values(values), constraint), s);
  }

  private void leave(BpParser.ReturnContext s) {
    List<BooleanExpr> values = s.exprs() == null ? List.of() : exprs.values(s.exprs().expr());
    if (values.size() != results) {
      context.error(
          s,
          "'"
              + ReadContext.text(procedure.name(0))
              + "' returns "
              + count(results, "value")
              + ", not "
              + values.size());
    }
    add(new BooleanStatement.Return(values), s);
  }

  private static String count(int number, String what) {
    return (number == 0 ? "no" : String.valueOf(number)) + " " + what + (number == 1 ? "" : "s");
  }

  /** The callee's head, if the call fits it. */
  private Optional<ReadContext.Head> callee(BpParser.CallContext call, int arguments) {
    String name = ReadContext.text(call.name());
    ReadContext.@Nullable Head head = context.heads().get(name);
    if (head == null) {
      context.error(
          call.name(),
          "no procedure '" + name + "'",
          NearNames.help(name, context.heads().keySet()));
      return Optional.empty();
    }
    if (head.parameters() != arguments) {
      context.error(
          call,
          "'" + name + "' takes " + count(head.parameters(), "argument") + ", not " + arguments);
    }
    return Optional.of(head);
  }

  private List<BooleanExpr> arguments(BpParser.CallContext call) {
    return call.exprs() == null ? List.of() : exprs.values(call.exprs().expr());
  }

  private void call(
      BpParser.CallContext call, List<BpParser.NameContext> names, ParserRuleContext place) {
    if (pending.stream().anyMatch(l -> l.startsWith(THREAD_LABEL))) {
      thread(call, place);
      return;
    }
    List<BooleanExpr> arguments = arguments(call);
    Optional<ReadContext.Head> head = callee(call, arguments.size());
    List<String> targets = new ArrayList<>(targets(names));
    if (head.isPresent() && targets.isEmpty()) {
      for (int i = 0; i < head.get().results(); i++) {
        targets.add(BooleanStatement.DROPPED);
      }
    }
    if (head.isPresent() && targets.size() != head.get().results()) {
      context.error(
          place,
          "'"
              + ReadContext.text(call.name())
              + "' returns "
              + count(head.get().results(), "value")
              + " for "
              + count(targets.size(), "variable"),
          "_ takes a value that nobody wants");
    }
    add(new BooleanStatement.Call(targets, ReadContext.text(call.name()), arguments), place);
  }

  private void thread(BpParser.CallContext call, ParserRuleContext place) {
    context.startsThread(context.range(place));
    List<BooleanExpr> arguments = arguments(call);
    callee(call, arguments.size());
    add(new BooleanStatement.StartThread(ReadContext.text(call.name()), arguments), place);
  }
}
