// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.lower.CfgBuilder.Point;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.program.Variable;
import dev.proviso.frontend.source.SourceRange;
import dev.proviso.frontend.syntax.Attribute;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Problem;
import dev.proviso.frontend.syntax.Statement;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.List;

/** Lowers statements to control flow. */
final class Statements {
  private final Context context;
  private final Jumps jumps;
  private final Switches switches;
  private final Guards guards;
  private final AssemblerStatements assembler;

  Statements(Context context) {
    this.context = context;
    this.jumps = new Jumps(context);
    this.switches = new Switches(context, this, jumps);
    this.guards = new Guards(context, this, jumps);
    this.assembler = new AssemblerStatements(context, jumps);
  }

  /** The body of a function whose result has that type. */
  void body(Statement.Block block, Type result) {
    jumps.start(block, result);
    lower(block);
    jumps.end(new Place(block.end(), List.of(), block.place().inSystemHeader()));
  }

  void lower(Statement statement) {
    switch (statement) {
      case Statement.Block s -> block(s);
      case Statement.Declare s -> context.declarations().declare(s.declaration());
      case Statement.Check s -> context.declarations().check(s.check());
      case Statement.Nested s ->
          throw new Unsupported(s.place().range(), "a function inside a function");
      case Statement.Evaluate s -> context.expressions().effect(s.expression());
      case Statement.Empty s -> {}
      case Statement.Asm s -> assembler.lower(s);
      case Statement.If s -> ifElse(s);
      case Statement.While s -> whileLoop(s);
      case Statement.DoWhile s -> doLoop(s);
      case Statement.For s -> forLoop(s);
      case Statement.Switch s -> switches.lower(s);
      case Statement.Case s -> switches.caseLabel(s);
      case Statement.Default s -> switches.defaultLabel(s);
      case Statement.Label s -> jumps.label(s);
      case Statement.Goto s -> jumps.go(s);
      case Statement.ComputedGoto s -> jumps.go(s);
      case Statement.Break s -> jumps.leaveLoop(s);
      case Statement.Continue s -> jumps.nextRound(s);
      case Statement.Return s -> jumps.result(s);
      case Statement.Leave s -> jumps.leaveTry(s);
      case Statement.TryExcept s -> guards.lower(s);
      case Statement.TryFinally s -> guards.lower(s);
      case Problem s -> throw new Invalid(s.place().range(), s.reason());
    }
  }

  private void block(Statement.Block block) {
    Scope outer = context.scope();
    int depth = jumps.depth();
    context.enter();
    block.statements().forEach(this::lower);
    jumps.unwindTo(depth, block.place());
    context.leaveTo(outer);
  }

  /** GNU's statement expression: its value is that of its last statement. */
  Operand expression(Statement.Block block) {
    List<Statement> statements = block.statements();
    if (context.isFile()) {
      throw new Invalid(
          block.place().range(), "a statement expression cannot stand outside functions");
    }
    if (statements.isEmpty() || !(statements.getLast() instanceof Statement.Evaluate last)) {
      block(block);
      return new Operand.Nothing();
    }
    Scope outer = context.scope();
    int depth = jumps.depth();
    context.enter();
    statements.subList(0, statements.size() - 1).forEach(this::lower);
    Operand operand = context.expressions().operand(last.expression());
    if (!(operand instanceof Operand.Nothing) && !(operand.type() instanceof VoidType)) {
      Expr value = context.expressions().value(operand, last.place());
      operand =
          Operand.Value.of(depth == jumps.depth() ? value : context.save(value, last.place()));
    }
    jumps.unwindTo(depth, block.place());
    context.leaveTo(outer);
    return operand;
  }

  private void ifElse(Statement.If s) {
    Point then = new Point();
    Point otherwise = new Point();
    Point end = new Point();
    // An else-if chain is walked, not descended into: there may be thousands.
    Statement.If current = s;
    while (true) {
      branch(current.condition(), "if", current.keyword(), then, otherwise);
      context.place(then, current.then().place());
      scoped(current.then());
      context.cfg().jump(end, context.origin(current.place()));
      context.place(otherwise, current.place());
      if (!(current.otherwise() instanceof Statement.If next)) {
        break;
      }
      current = next;
      then = new Point();
      otherwise = new Point();
    }
    if (current.otherwise() != null) {
      scoped(current.otherwise());
    }
    context.place(end, s.place());
  }

  private void branch(
      Expression condition, String keyword, SourceRange range, Point onTrue, Point onFalse) {
    context.expressions().conditions().branch(condition, keyword, range, onTrue, onFalse);
  }

  /** A statement in a scope of its own. */
  void scoped(Statement statement) {
    Scope outer = context.scope();
    context.enter();
    lower(statement);
    context.leaveTo(outer);
  }

  private void whileLoop(Statement.While s) {
    Point head = new Point();
    Point body = new Point();
    Point end = new Point();
    context.place(head, s.place());
    branch(s.condition(), "while", s.keyword(), body, end);
    context.place(body, s.body().place());
    jumps.loop(end, head, () -> scoped(s.body()));
    context.cfg().jump(head, context.origin(s.place()));
    context.place(end, s.place());
  }

  private void doLoop(Statement.DoWhile s) {
    Point head = new Point();
    Point test = new Point();
    Point end = new Point();
    context.place(head, s.place());
    jumps.loop(end, test, () -> scoped(s.body()));
    context.place(test, s.condition().place());
    branch(s.condition(), "do", s.keyword(), head, end);
    context.place(end, s.place());
  }

  private void forLoop(Statement.For s) {
    Scope outer = context.scope();
    int depth = jumps.depth();
    context.enter();
    Point head = new Point();
    Point body = new Point();
    Point step = new Point();
    Point end = new Point();
    lower(s.initialization());
    context.place(head, s.place());
    if (s.condition() != null) {
      branch(s.condition(), "for", s.keyword(), body, end);
      context.place(body, s.body().place());
    }
    jumps.loop(end, step, () -> scoped(s.body()));
    context.place(step, s.step() == null ? s.place() : s.step().place());
    if (s.step() != null) {
      context.expressions().effect(s.step());
    }
    context.cfg().jump(head, context.origin(s.place()));
    context.place(end, s.place());
    jumps.unwindTo(depth, s.place());
    context.leaveTo(outer);
  }

  Expr labelAddress(Expression.LabelAddress address) {
    return IntConst.of(jumps.number(address), context.types().pointerTo(VoidType.VOID));
  }

  /** A call may raise an exception where a handler waits for it. */
  void aroundCall(Place place) {
    guards.mayRaise(place);
  }

  /** GNU's {@code cleanup(f)}: {@code f(&x)} is called when the scope of {@code x} ends. */
  void cleanup(List<Attribute> attributes, Variable variable, Place place) {
    for (Attribute attribute : attributes) {
      if (Jumps.isCleanup(attribute)) {
        Expression function =
            new Expression.Identifier(place, attribute.arguments().get(0).strip());
        Expression argument =
            new Expression.Unary(
                place,
                dev.proviso.frontend.syntax.UnaryOperator.ADDRESS,
                new Expression.Identifier(place, variable.name()));
        Scope here = context.scope();
        jumps.push(
            attribute,
            () -> {
              Scope outer = context.scope();
              context.leaveTo(here);
              context
                  .expressions()
                  .effect(new Expression.Call(place, function, new ArrayList<>(List.of(argument))));
              context.leaveTo(outer);
            });
      }
    }
  }
}
