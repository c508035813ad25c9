// SPDX-License-Identifier: Apache-2.0
package dev.proviso.checker.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule as plain data: two variables, handlers of events, perhaps one object that is watched. Its
 * text is SLIC; what it means is told a second time by {@link AutomatonRun}.
 *
 * @param initial the values of {@code s} and {@code n}
 * @param watch what stands after {@code watch}; empty if nothing is watched
 */
record Automaton(List<Integer> initial, String watch, List<Handler> handlers) {
  /** The values that {@code s} is named by. */
  static final List<String> NAMES = List.of("S0", "S1", "S2");

  /** Where in a call. */
  enum Point {
    CALL,
    ENTRY,
    EXIT,
    RETURN
  }

  /**
   * Runs at an event.
   *
   * @param functions their names as the rule gives them: a name, or a prefix and a star
   * @param guard the argument that must be the watched object, 0 for the result, -1 if there is no
   *     guard
   */
  record Handler(List<String> functions, Point point, int guard, List<Statement> body) {
    boolean isFor(String function) {
      return functions.stream()
          .anyMatch(
              f ->
                  f.endsWith("*")
                      ? function.startsWith(f.substring(0, f.length() - 1))
                      : f.equals(function));
    }
  }

  /** What a handler does. */
  sealed interface Statement {
    record If(Condition condition, List<Statement> then, List<Statement> otherwise)
        implements Statement {}

    record Set(int variable, Value value) implements Statement {}

    record Abort() implements Statement {}

    record Halt() implements Statement {}
  }

  /** A number. */
  sealed interface Value {
    record Constant(int value) implements Value {}

    record Variable(int variable, int plus) implements Value {}

    /** An argument, or, with 0, the result. */
    record Argument(int number) implements Value {}
  }

  /** A condition. */
  sealed interface Condition {
    record Compare(Value left, String operator, int right) implements Condition {}

    record Both(Condition left, Condition right) implements Condition {}

    record Either(Condition left, Condition right) implements Condition {}

    record Not(Condition operand) implements Condition {}

    /** True or false. */
    record Star() implements Condition {}
  }

  private static String name(int variable) {
    return variable == 0 ? "s" : "n";
  }

  String text() {
    StringBuilder out = new StringBuilder("state {\n  enum { S0, S1, S2 } s = ");
    out.append(NAMES.get(initial.get(0)))
        .append(";\n  int n = ")
        .append(initial.get(1))
        .append(";\n}");
    out.append(watch.isEmpty() ? "" : " watch " + watch + ";").append('\n');
    for (Handler handler : handlers) {
      String functions = String.join(", ", handler.functions());
      out.append(handler.functions().size() == 1 ? functions : "[" + functions + "]");
      out.append('.').append(handler.point().toString().toLowerCase(java.util.Locale.ROOT));
      if (handler.guard() >= 0) {
        out.append(" with guard (").append(argument(handler.guard())).append(")");
      }
      out.append(" {\n").append(text(handler.body(), "  ")).append("}\n");
    }
    return out.toString();
  }

  private static String argument(int number) {
    return number == 0 ? "$return" : "$" + number;
  }

  private static String text(List<Statement> statements, String indent) {
    List<String> lines = new ArrayList<>();
    for (Statement statement : statements) {
      lines.add(
          switch (statement) {
            case Statement.If s ->
                indent
                    + "if ("
                    + text(s.condition())
                    + ") {\n"
                    + text(s.then(), indent + "  ")
                    + indent
                    + "}"
                    + (s.otherwise().isEmpty()
                        ? ""
                        : " else {\n" + text(s.otherwise(), indent + "  ") + indent + "}");
            case Statement.Set s -> indent + name(s.variable()) + " = " + text(s.value()) + ";";
            case Statement.Abort s -> indent + "abort \"broken\";";
            case Statement.Halt s -> indent + "halt;";
          });
    }
    return lines.stream().map(l -> l + "\n").collect(Collectors.joining());
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Constant v -> String.valueOf(v.value());
      case Value.Variable v -> name(v.variable()) + (v.plus() == 0 ? "" : " + " + v.plus());
      case Value.Argument v -> argument(v.number());
    };
  }

  private static String text(Condition condition) {
    return switch (condition) {
      case Condition.Compare c -> text(c.left()) + " " + c.operator() + " " + c.right();
      case Condition.Both c -> "(" + text(c.left()) + ") && (" + text(c.right()) + ")";
      case Condition.Either c -> "(" + text(c.left()) + ") || (" + text(c.right()) + ")";
      case Condition.Not c -> "!(" + text(c.operand()) + ")";
      case Condition.Star c -> "*";
    };
  }
}
