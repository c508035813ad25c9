// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import dev.proviso.checker.random.Automaton.Condition;
import dev.proviso.checker.random.Automaton.Handler;
import dev.proviso.checker.random.Automaton.Point;
import dev.proviso.checker.random.Automaton.Statement;
import dev.proviso.checker.random.Automaton.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes rules over {@link Api} from a seed. */
final class RandomAutomaton {
  private final Random random;
  private final Api.Kind watched;
  private final boolean isWatching;

  private RandomAutomaton(Random random) {
    this.random = random;
    isWatching = chance(60);
    watched = chance(80) ? Api.Kind.OBJECT : Api.Kind.NUMBER;
  }

  static Automaton of(Random random) {
    return new RandomAutomaton(random).rule();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Automaton rule() {
    List<Handler> handlers = new ArrayList<>();
    for (int n = 2 + random.nextInt(4); n > 0; n--) {
      handlers.add(handler(false));
    }
    handlers.add(random.nextInt(handlers.size() + 1), handler(true));
    String watch =
        !isWatching
            ? ""
            : watched == Api.Kind.NUMBER
                ? "level.entry.$1"
                : pick(
                    List.of(
                        "take.entry.$1", "[take.call.$1, give.call.$1]", "make.return.$return"));
    return new Automaton(List.of(random.nextInt(3), random.nextInt(3)), watch, handlers);
  }

  private Handler handler(boolean aborts) {
    List<Api> functions = new ArrayList<>(List.of(pick(List.of(Api.values()))));
    List<String> names = new ArrayList<>(List.of(functions.getFirst().function()));
    if (chance(20) && functions.getFirst() != Api.MAIN) {
      switch (random.nextInt(3)) {
        case 0 -> {
          functions = List.of(Api.TAKE, Api.GIVE);
          names = List.of("take", "give");
        }
        case 1 -> {
          functions = List.of(Api.TAKE, Api.TRY_TAKE);
          names = List.of("t*");
        }
        default -> {
          functions = List.of(Api.USE, Api.GIVE, Api.TRY_TAKE);
          names = List.of("use", "give", "try*");
        }
      }
    }
    List<Api> all = functions;
    boolean isMain = all.contains(Api.MAIN);
    Point point = isMain ? pick(List.of(Point.ENTRY, Point.EXIT)) : pick(List.of(Point.values()));
    List<Integer> guards = new ArrayList<>();
    for (int number = 0; number <= 2; number++) {
      int n = number;
      if (all.stream().allMatch(f -> isThere(f, point, n) && kind(f, n) == watched)) {
        guards.add(n);
      }
    }
    int guard = isWatching && !guards.isEmpty() && chance(85) ? pick(guards) : -1;
    return new Handler(names, point, guard, body(all, point, aborts, 2));
  }

  private static boolean isThere(Api function, Point point, int number) {
    return number == 0
        ? function.result() != Api.Result.NOTHING && (point == Point.EXIT || point == Point.RETURN)
        : number <= function.parameters().size();
  }

  private static Api.Kind kind(Api function, int number) {
    return number == 0
        ? function.result() == Api.Result.OBJECT ? Api.Kind.OBJECT : Api.Kind.NUMBER
        : function.parameters().get(number - 1);
  }

  private List<Statement> body(List<Api> functions, Point point, boolean aborts, int depth) {
    List<Statement> body = new ArrayList<>();
    if (aborts) {
      body.add(
          new Statement.If(condition(functions, point), List.of(new Statement.Abort()), List.of()));
    }
    for (int n = 1 + random.nextInt(2); n > 0; n--) {
      body.add(statement(functions, point, depth));
    }
    return body;
  }

  private Statement statement(List<Api> functions, Point point, int depth) {
    if (depth > 0 && chance(45)) {
      return new Statement.If(
          condition(functions, point),
          body(functions, point, chance(25), depth - 1),
          chance(50) ? List.of() : body(functions, point, false, depth - 1));
    }
    if (chance(4)) {
      return new Statement.Halt();
    }
    boolean state = chance(65);
    Value value =
        state
            ? chance(85) ? new Value.Constant(random.nextInt(3)) : new Value.Variable(0, 0)
            : switch (random.nextInt(4)) {
              case 0 -> new Value.Constant(random.nextInt(3));
              case 1 -> new Value.Variable(0, 0);
              default -> new Value.Variable(1, chance(60) ? 1 : -1);
            };
    return new Statement.Set(state ? 0 : 1, value);
  }

  private Condition condition(List<Api> functions, Point point) {
    return switch (random.nextInt(10)) {
      case 0 -> new Condition.Star();
      case 1 -> new Condition.Both(simple(functions, point), simple(functions, point));
      case 2 -> new Condition.Either(simple(functions, point), simple(functions, point));
      case 3 -> new Condition.Not(simple(functions, point));
      default -> simple(functions, point);
    };
  }

  private Condition simple(List<Api> functions, Point point) {
    List<Integer> arguments = new ArrayList<>();
    for (int number = 0; number <= 2; number++) {
      int n = number;
      if (functions.stream().allMatch(f -> isThere(f, point, n))) {
        arguments.add(n);
      }
    }
    if (!arguments.isEmpty() && chance(40)) {
      int number = pick(arguments);
      boolean isObject = kind(functions.getFirst(), number) == Api.Kind.OBJECT;
      // Results of functions without a body are any numbers: equal to one of these, or not.
      String operator =
          isObject || number == 0 ? pick(List.of("==", "!=")) : pick(List.of("==", "!=", "<", ">"));
      return new Condition.Compare(
          new Value.Argument(number), operator, isObject ? 0 : random.nextInt(3));
    }
    return chance(65)
        ? new Condition.Compare(
            new Value.Variable(0, 0), pick(List.of("==", "==", "!=")), random.nextInt(3))
        : new Condition.Compare(
            new Value.Variable(1, 0), pick(List.of("==", "!=", "<", ">")), random.nextInt(4));
  }
}
