// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import dev.proviso.checker.random.Automaton.Condition;
import dev.proviso.checker.random.Automaton.Handler;
import dev.proviso.checker.random.Automaton.Point;
import dev.proviso.checker.random.Automaton.Statement;
import dev.proviso.checker.random.Automaton.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rule says of one execution, told from its events alone: for each object that may be
 * watched, and for one that never occurs, the values that the rule's variables may have.
 */
final class AutomatonRun {
  private final Automaton rule;

  /** An object that has not occurred. */
  private Set<List<Integer>> unseen;

  private final SortedMap<Long, Set<List<Integer>>> objects = new TreeMap<>();
  private boolean isBroken;

  AutomatonRun(Automaton rule) {
    this.rule = rule;
    unseen = Set.of(rule.initial());
  }

  /**
   * Something happens.
   *
   * @param values the result, as far as it is known, then the arguments
   */
  record Event(String function, Point point, List<Long> values) {}

  /** Some object is not treated as it should be. */
  boolean isBroken() {
    return isBroken;
  }

  /** What is remembered. */
  String state() {
    return unseen + " " + objects + " " + isBroken;
  }

  void happens(Event event) {
    for (Handler handler : rule.handlers()) {
      if (handler.point() == event.point() && handler.isFor(event.function())) {
        handle(handler, event);
      }
    }
  }

  private void handle(Handler handler, Event event) {
    if (handler.guard() < 0) {
      unseen = run(handler.body(), unseen, event).going();
      objects.replaceAll((o, states) -> run(handler.body(), states, event).going());
      return;
    }
    long object = event.values().get(handler.guard());
    if (object != 0) {
      Set<List<Integer>> before = objects.getOrDefault(object, unseen);
      objects.put(object, run(handler.body(), before, event).going());
    }
  }

  private record Ends(Set<List<Integer>> going) {}

  private Ends run(List<Statement> body, Set<List<Integer>> before, Event event) {
    Set<List<Integer>> after = new LinkedHashSet<>();
    before.forEach(variables -> after.addAll(from(body, variables, event)));
    return new Ends(after);
  }

  /** What the variables may be behind the statements; those that end the path are left out. */
  private Set<List<Integer>> from(List<Statement> body, List<Integer> variables, Event event) {
    Set<List<Integer>> here = Set.of(variables);
    for (Statement statement : body) {
      Set<List<Integer>> next = new LinkedHashSet<>();
      for (List<Integer> values : here) {
        next.addAll(from(statement, values, event));
      }
      here = next;
    }
    return here;
  }

  private Set<List<Integer>> from(Statement statement, List<Integer> variables, Event event) {
    return switch (statement) {
      case Statement.If s -> {
        Set<List<Integer>> next = new LinkedHashSet<>();
        for (boolean truth : truths(s.condition(), variables, event)) {
          next.addAll(from(truth ? s.then() : s.otherwise(), variables, event));
        }
        yield next;
      }
      case Statement.Set s -> {
        List<Integer> next = new ArrayList<>(variables);
        next.set(s.variable(), (int) value(s.value(), variables, event));
        yield Set.of(List.copyOf(next));
      }
      case Statement.Abort s -> {
        isBroken = true;
        yield Set.of();
      }
      case Statement.Halt s -> Set.of();
    };
  }

  private static long value(Value value, List<Integer> variables, Event event) {
    return switch (value) {
      case Value.Constant v -> v.value();
      case Value.Variable v -> variables.get(v.variable()) + v.plus();
      case Value.Argument v -> event.values().get(v.number());
    };
  }

  private static Set<Boolean> truths(Condition condition, List<Integer> variables, Event event) {
    return switch (condition) {
      case Condition.Star c -> Set.of(true, false);
      case Condition.Compare c -> {
        int order = Long.compare(value(c.left(), variables, event), c.right());
        yield Set.of(
            switch (c.operator()) {
              case "==" -> order == 0;
              case "!=" -> order != 0;
              case "<" -> order < 0;
              case ">" -> order > 0;
              default -> throw new IllegalArgumentException(c.operator());
            });
      }
      case Condition.Not c -> {
        Set<Boolean> result = new LinkedHashSet<>();
        truths(c.operand(), variables, event).forEach(t -> result.add(!t));
        yield result;
      }
      case Condition.Both c -> {
        Set<Boolean> result = new LinkedHashSet<>();
        for (boolean left : truths(c.left(), variables, event)) {
          result.addAll(left ? truths(c.right(), variables, event) : Set.of(false));
        }
        yield result;
      }
      case Condition.Either c -> {
        Set<Boolean> result = new LinkedHashSet<>();
        for (boolean left : truths(c.left(), variables, event)) {
          result.addAll(left ? Set.of(true) : truths(c.right(), variables, event));
        }
        yield result;
      }
    };
  }
}
