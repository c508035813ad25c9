// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.lower;

import dev.proviso.frontend.lower.CfgBuilder.Point;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Expr.IntConst;
import dev.proviso.frontend.source.Origin;
import dev.proviso.frontend.syntax.Attribute;
import dev.proviso.frontend.syntax.Expression;
import dev.proviso.frontend.syntax.InitDeclarator;
import dev.proviso.frontend.syntax.Node;
import dev.proviso.frontend.syntax.Place;
import dev.proviso.frontend.syntax.Statement;
import dev.proviso.frontend.types.IntType;
import dev.proviso.frontend.types.Type;
import dev.proviso.frontend.types.VoidType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where jumps lead, and what must run on the way: the {@code __finally} blocks and cleanups between
 * the jump and its target are lowered again in front of each jump.
 */
final class Jumps {
  /**
   * A target of {@code break}, {@code continue} or {@code __leave}, with the number of cleanups
   * that surround it.
   */
  private record Exit(Point point, int depth) {}

  /**
   * What runs when a scope is left.
   *
   * @param owner the part of the text that asks for it
   */
  private record Cleanup(Object owner, Runnable work) {}

  private final Context context;
  private final Map<String, Point> labels = new LinkedHashMap<>();
  private final Map<String, List<Object>> labelOwners = new LinkedHashMap<>();
  private final Map<String, Integer> addressed = new LinkedHashMap<>();
  private final List<Cleanup> cleanups = new ArrayList<>();
  private final List<Exit> breaks = new ArrayList<>();
  private final List<Exit> continues = new ArrayList<>();
  private final List<Exit> tries = new ArrayList<>();
  private Type result = VoidType.VOID;

  Jumps(Context context) {
    this.context = context;
  }

  void start(Statement.Block body, Type resultType) {
    result = resultType;
    collectLabels(body, List.of());
    collectAddressed(body);
  }

  /**
   * Finds out which {@code __finally} blocks and variables with a cleanup surround each label.
   *
   * @param around those that surround the node, the outermost first
   * @return those that surround what follows in the same block
   */
  private List<Object> collectLabels(Node node, List<Object> around) {
    switch (node) {
      case Statement.TryFinally t -> {
        collectLabels(t.body(), with(around, t));
        collectLabels(t.handler(), around);
        return around;
      }
      case Statement.Label l -> {
        labels.put(l.name(), new Point());
        labelOwners.put(l.name(), around);
        return collectAll(l, around);
      }
      case Statement.Case c -> {
        return collectAll(c, around);
      }
      case Statement.Default d -> {
        return collectAll(d, around);
      }
      case Statement.Declare d -> {
        collectAll(d, around);
        List<Object> inner = around;
        for (InitDeclarator declarator : d.declaration().declarators()) {
          for (Attribute attribute : declarator.declarator().attributes()) {
            inner = isCleanup(attribute) ? with(inner, attribute) : inner;
          }
        }
        return inner;
      }
      default -> {
        collectAll(node, around);
        return around;
      }
    }
  }

  private List<Object> collectAll(Node parent, List<Object> around) {
    List<Object> inner = around;
    for (Node child : Children.of(parent)) {
      inner = collectLabels(child, inner);
    }
    return inner;
  }

  private static List<Object> with(List<Object> list, Object last) {
    List<Object> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /** Whether the attribute names a function to call when a variable's scope ends. */
  static boolean isCleanup(Attribute attribute) {
    return attribute.name().equals("cleanup") && !attribute.arguments().isEmpty();
  }

  /** How many of the cleanups here surround the label too. */
  private int sharedWith(String label) {
    List<Object> owners = labelOwners.getOrDefault(label, List.of());
    int shared = 0;
    while (shared < depth()
        && shared < owners.size()
        && owners.get(shared) == cleanups.get(shared).owner()) {
      shared++;
    }
    return shared;
  }

  private void collectAddressed(Node node) {
    if (node instanceof Expression.LabelAddress a) {
      addressed.putIfAbsent(a.label(), addressed.size() + 1);
    }
    Children.of(node).forEach(this::collectAddressed);
  }

  /** The value of {@code &&label}: its number. */
  int number(Expression.LabelAddress address) {
    return addressed.computeIfAbsent(address.label(), l -> addressed.size() + 1);
  }

  int depth() {
    return cleanups.size();
  }

  void push(Object owner, Runnable work) {
    cleanups.add(new Cleanup(owner, work));
  }

  void pop() {
    cleanups.removeLast();
  }

  /** Runs the cleanups of a scope that ends. */
  void unwindTo(int depth, Place place) {
    while (cleanups.size() > depth) {
      Cleanup cleanup = cleanups.removeLast();
      if (context.cfg().isReachable()) {
        cleanup.work().run();
      }
    }
  }

  /** Emits the cleanups that a jump out to that depth passes. */
  void runCleanups(int depth) {
    List<Cleanup> all = List.copyOf(cleanups);
    for (int i = all.size() - 1; i >= depth; i--) {
      // While one runs, only those around it are still to come.
      List<Cleanup> inner = List.copyOf(cleanups.subList(i, cleanups.size()));
      cleanups.subList(i, cleanups.size()).clear();
      all.get(i).work().run();
      cleanups.addAll(inner);
    }
  }

  void loop(Point end, Point next, Runnable body) {
    breaks.add(new Exit(end, depth()));
    continues.add(new Exit(next, depth()));
    body.run();
    breaks.removeLast();
    continues.removeLast();
  }

  void breakable(Point end, Runnable body) {
    breaks.add(new Exit(end, depth()));
    body.run();
    breaks.removeLast();
  }

  void tryBlock(Point end, Runnable body) {
    tries.add(new Exit(end, depth()));
    body.run();
    tries.removeLast();
  }

  void leaveLoop(Statement.Break s) {
    leave(breaks, "`break` stands in no loop and no switch", s.place());
  }

  void nextRound(Statement.Continue s) {
    leave(continues, "`continue` stands in no loop", s.place());
  }

  void leaveTry(Statement.Leave s) {
    leave(tries, "`__leave` stands in no `__try`", s.place());
  }

  private void leave(List<Exit> exits, String wrong, Place place) {
    if (exits.isEmpty()) {
      throw new Invalid(place.range(), wrong);
    }
    jump(exits.getLast(), place);
  }

  private void jump(Exit exit, Place place) {
    if (context.cfg().isReachable()) {
      runCleanups(exit.depth());
      context.cfg().jump(exit.point(), context.origin(place));
    }
  }

  void label(Statement.Label s) {
    context.place(point(s.name(), s.place()), s.place());
    @Nullable String function = context.unit().functionAt(s.name());
    if (function != null) {
      context.call(function, s.place());
    }
  }

  private Point point(String label, Place place) {
    Point point = labels.get(label);
    if (point == null) {
      throw new Invalid(place.range(), "there is no label `" + label + "` in this function");
    }
    return point;
  }

  void go(Statement.Goto s) {
    Point point = point(s.label(), s.place());
    jump(new Exit(point, sharedWith(s.label())), s.place());
  }

  Point labelPoint(String label, Place place) {
    return point(label, place);
  }

  /** A computed goto leads to each label whose address was taken. */
  void go(Statement.ComputedGoto s) {
    Expr target = context.expressions().value(s.target());
    Origin origin = context.origin(s.place());
    addressed.forEach(
        (label, number) -> {
          Expr equal = Exprs.binary(BinaryOp.EQUAL, target, IntConst.of(number, target.type()));
          Point point = point(label, s.place());
          if (depth() > sharedWith(label)) {
            throw new Unsupported(
                s.place().range(), "a computed `goto` out of a block to clean up");
          }
          context
              .cfg()
              .branch(
                  new dev.proviso.frontend.program.Statement.Assume(
                      equal, dev.proviso.frontend.program.Statement.Assume.Reason.BRANCH),
                  point,
                  origin);
        });
    context.cfg().close();
  }

  void result(Statement.Return s) {
    if (!context.cfg().isReachable()) {
      return;
    }
    Expr value = null;
    if (s.value() != null) {
      value = returned(s.value());
    }
    if (value != null && depth() > 0) {
      value = context.save(value, s.place());
    }
    runCleanups(0);
    leaveFunction(value, s.place());
  }

  private @Nullable Expr returned(Expression expression) {
    Operand operand = context.expressions().operand(expression);
    if (result instanceof VoidType) {
      return null;
    }
    Expr value = context.expressions().value(operand, expression.place());
    return context.expressions().coercions().implied(value, result, expression.place());
  }

  private void leaveFunction(@Nullable Expr value, Place place) {
    Expr given = value;
    if (given == null && !(result instanceof VoidType)) {
      given =
          context.function().equals("main") && result.equals(IntType.INT)
              ? Exprs.ZERO
              : context.expressions().unspecified(result, place);
    }
    context
        .cfg()
        .emitTo(
            new dev.proviso.frontend.program.Statement.Return(given),
            context.cfg().exit(),
            context.origin(place));
  }

  /** The end of the body. */
  void end(Place place) {
    if (context.cfg().isReachable()) {
      leaveFunction(null, place);
    }
  }
}
