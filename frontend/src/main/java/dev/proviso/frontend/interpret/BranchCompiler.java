// SPDX-License-Identifier: Apache-2.0
package dev.proviso.frontend.interpret;

import dev.proviso.frontend.interpret.Finding.Kind;
import dev.proviso.frontend.program.BinaryOp;
import dev.proviso.frontend.program.Cfg;
import dev.proviso.frontend.program.Edge;
import dev.proviso.frontend.program.Expr;
import dev.proviso.frontend.program.Location;
import dev.proviso.frontend.program.Statement;
import dev.proviso.frontend.program.UnaryOp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Branches: conditions that exclude one another. Chains of {@code case}s become one jump. */
final class BranchCompiler {
  private static final int SHORT_CHAIN = 3;
  private static final int WIDE_TABLE = 4096;

  private final Cfg cfg;
  private final ExpressionCompiler expressions;
  private final ToIntFunction<Location> numbers;

  BranchCompiler(Cfg cfg, ExpressionCompiler expressions, ToIntFunction<Location> numbers) {
    this.cfg = cfg;
    this.expressions = expressions;
    this.numbers = numbers;
  }

  /** A {@code selector == constant}. */
  private record Case(Expr selector, long constant) {}

  Step branch(List<Edge> edges) {
    Step chain = chain(edges);
    if (chain != null) {
      return chain;
    }
    Test[] tests = new Test[edges.size()];
    int[] targets = new int[edges.size()];
    for (int i = 0; i < tests.length; i++) {
      tests[i] = expressions.test(condition(edges.get(i)));
      targets[i] = numbers.applyAsInt(edges.get(i).target());
    }
    if (tests.length == 2 && areOpposite(condition(edges.get(0)), condition(edges.get(1)))) {
      Test test = tests[0];
      int yes = targets[0];
      int no = targets[1];
      return f -> test.holds(f) ? yes : no;
    }
    return f -> {
      for (int i = 0; i < tests.length; i++) {
        if (tests[i].holds(f)) {
          return targets[i];
        }
      }
      throw f.machine.stop(Kind.STOPPED, "no way leads on from here", ExitCodes.LIMIT);
    };
  }

  private static Expr condition(Edge edge) {
    return ((Statement.Assume) edge.statement()).condition();
  }

  private static boolean areOpposite(Expr a, Expr b) {
    if (a instanceof Expr.Unary u && u.op() == UnaryOp.NOT && u.operand() == b
        || b instanceof Expr.Unary v && v.op() == UnaryOp.NOT && v.operand() == a) {
      return true;
    }
    if (!(a instanceof Expr.Binary x) || !(b instanceof Expr.Binary y)) {
      return false;
    }
    boolean same = x.left() == y.left() && x.right() == y.right();
    boolean crossed = x.left() == y.right() && x.right() == y.left();
    boolean ordered =
        Forms.of(x.left().type()) != Forms.REAL && Forms.of(x.left().type()) != Forms.WIDE;
    return switch (x.op()) {
      case EQUAL -> same && y.op() == BinaryOp.NOT_EQUAL;
      case NOT_EQUAL -> same && y.op() == BinaryOp.EQUAL;
      case LESS -> crossed && ordered && y.op() == BinaryOp.LESS_OR_EQUAL;
      case LESS_OR_EQUAL -> crossed && ordered && y.op() == BinaryOp.LESS;
      default -> false;
    };
  }

  private static @Nullable Case equality(Expr condition) {
    return condition instanceof Expr.Binary b
            && b.op() == BinaryOp.EQUAL
            && Forms.of(b.left().type()) == Forms.WORD
            && b.right() instanceof Expr.IntConst c
        ? new Case(b.left(), c.value().longValue())
        : null;
  }

  /** {@code switch}, or a computed goto: one look-up. */
  private @Nullable Step chain(List<Edge> edges) {
    Case first = equality(condition(edges.getFirst()));
    if (first == null) {
      return null;
    }
    Map<Long, Integer> table = new HashMap<>();
    int otherwise = edges.size() == 2 ? follow(edges, first, table) : all(edges, first, table);
    return table.size() <= SHORT_CHAIN ? null : lookUp(first.selector(), table, otherwise);
  }

  /** All tests at one place; -1 where they are not of one sort. */
  private int all(List<Edge> edges, Case first, Map<Long, Integer> table) {
    for (Edge edge : edges) {
      Case test = equality(condition(edge));
      if (test == null || test.selector() != first.selector()) {
        table.clear();
        return -1;
      }
      table.putIfAbsent(test.constant(), numbers.applyAsInt(edge.target()));
    }
    return -1;
  }

  /** Tests one after the other: gives where they lead when none of them holds. */
  private int follow(List<Edge> start, Case first, Map<Long, Integer> table) {
    List<Edge> edges = start;
    Set<Location> seen = new HashSet<>();
    while (true) {
      boolean isTest =
          edges.size() == 2
              && edges.stream().allMatch(e -> e.statement() instanceof Statement.Assume);
      Case test = isTest ? equality(condition(edges.get(0))) : null;
      boolean goesOn =
          test != null
              && test.selector() == first.selector()
              && areOpposite(condition(edges.get(0)), condition(edges.get(1)))
              && seen.add(edges.get(0).source());
      if (!goesOn || test == null) {
        return edges.isEmpty() ? -1 : numbers.applyAsInt(edges.getFirst().source());
      }
      table.putIfAbsent(test.constant(), numbers.applyAsInt(edges.get(0).target()));
      Location rest = edges.get(1).target();
      List<Edge> further = cfg.outgoing(rest);
      if (further.isEmpty()) {
        return numbers.applyAsInt(rest);
      }
      edges = further;
    }
  }

  private Step lookUp(Expr selector, Map<Long, Integer> table, int otherwise) {
    Word value = expressions.word(selector);
    long least = table.keySet().stream().mapToLong(k -> k).min().orElseThrow();
    long most = table.keySet().stream().mapToLong(k -> k).max().orElseThrow();
    if (most - least < 0 || most - least > WIDE_TABLE) {
      return f -> checked(f, table.getOrDefault(value.get(f), otherwise));
    }
    int[] dense = new int[(int) (most - least) + 1];
    java.util.Arrays.fill(dense, otherwise);
    table.forEach((constant, target) -> dense[(int) (constant - least)] = target);
    return f -> {
      long index = value.get(f) - least;
      return checked(f, index >= 0 && index < dense.length ? dense[(int) index] : otherwise);
    };
  }

  private static int checked(Frame f, int target) {
    if (target < 0) {
      throw f.machine.stop(Kind.STOPPED, "this jumps to no label", ExitCodes.SEGMENT);
    }
    return target;
  }
}
