// SPDX-License-Identifier: Apache-2.0
package dev.proviso.abstraction.boolprog;

import dev.proviso.abstraction.boolprog.BooleanProcedure.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Boolean programs in Bebop's {@code .bp} syntax: a variable whose name is no identifier stands in
 * braces, one that is primed is the value after an assignment.
 */
public final class BooleanPrinter {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
  private static final Pattern UNQUOTABLE = Pattern.compile("[{}\r\n]");

  /** Names that would be read as something else. */
  static final Set<String> KEYWORDS =
      Set.of(
          "decl",
          "dfs",
          "void",
          "bool",
          "begin",
          "end",
          "if",
          "then",
          "elsif",
          "else",
          "fi",
          "while",
          "do",
          "od",
          "enforce",
          "skip",
          "print",
          "assume",
          "assert",
          "abortif",
          "dead",
          "goto",
          "return",
          "constrain",
          "start_thread",
          "end_thread",
          "atomic_begin",
          "atomic_end",
          "sync",
          "schoose",
          "T",
          "F",
          "true",
          "false");

  private BooleanPrinter() {}

  public static String print(BooleanProgram program) {
    List<String> parts = new ArrayList<>();
    if (!program.globals().isEmpty()) {
      parts.add("decl " + names(program.globals()) + ";\n");
    }
    program.procedures().forEach(p -> parts.add(print(p)));
    return String.join("\n", parts);
  }

  private static String print(BooleanProcedure procedure) {
    String type =
        switch (procedure.results()) {
          case 0 -> "void";
          case 1 -> "bool";
          default -> "bool<" + procedure.results() + ">";
        };
    StringBuilder out = new StringBuilder(type);
    out.append(' ')
        .append(name(procedure.name()))
        .append('(')
        .append(names(procedure.parameters()))
        .append(")\nbegin\n");
    procedure.locals().forEach(l -> out.append("  decl ").append(name(l)).append(";\n"));
    procedure.enforced().ifPresent(e -> out.append("  enforce ").append(print(e)).append(";\n"));
    procedure.body().forEach(l -> print(l, out));
    return out.append("end\n").toString();
  }

  private static void print(Line line, StringBuilder out) {
    line.label().ifPresent(l -> out.append(name(l)).append(":\n"));
    out.append("  ").append(print(line.statement())).append(';');
    line.comment().ifPresent(c -> out.append(" // ").append(c));
    out.append('\n');
  }

  /** Without the semicolon. */
  public static String print(BooleanStatement statement) {
    return switch (statement) {
      case BooleanStatement.Skip s -> "skip";
      case BooleanStatement.Assume s -> "assume(" + print(s.condition()) + ")";
      case BooleanStatement.Assert s -> "assert(" + print(s.condition()) + ")";
      case BooleanStatement.AbortIf s -> "abortif(" + print(s.condition()) + ")";
      case BooleanStatement.StartThread s ->
          "start_thread " + name(s.procedure()) + "(" + list(s.arguments()) + ")";
      case BooleanStatement.Assign s ->
          names(s.targets())
              + " := "
              + list(s.values())
              + s.constraint().map(c -> " constrain (" + print(c) + ")").orElse("");
      case BooleanStatement.Goto s -> "goto " + names(s.labels());
      case BooleanStatement.Call s ->
          (s.targets().isEmpty() ? "" : names(s.targets()) + " := ")
              + name(s.callee())
              + "("
              + list(s.arguments())
              + ")";
      case BooleanStatement.Return s ->
          s.values().isEmpty() ? "return" : "return " + list(s.values());
    };
  }

  public static String print(BooleanExpr expr) {
    return switch (expr) {
      case BooleanExpr.Constant e -> e.value() ? "T" : "F";
      case BooleanExpr.Any e -> "*";
      case BooleanExpr.Variable e -> name(e.name());
      case BooleanExpr.Next e -> "'" + name(e.name());
      case BooleanExpr.Not e -> "!" + print(e.operand());
      case BooleanExpr.And e -> "(" + print(e.left()) + " & " + print(e.right()) + ")";
      case BooleanExpr.Or e -> "(" + print(e.left()) + " | " + print(e.right()) + ")";
      case BooleanExpr.Equal e -> "(" + print(e.left()) + " = " + print(e.right()) + ")";
      case BooleanExpr.Choose e ->
          "schoose [" + print(e.whereTrue()) + ", " + print(e.whereFalse()) + "]";
    };
  }

  private static String list(List<BooleanExpr> exprs) {
    return exprs.stream().map(BooleanPrinter::print).collect(Collectors.joining(", "));
  }

  private static String names(List<String> names) {
    return names.stream().map(BooleanPrinter::name).collect(Collectors.joining(", "));
  }

  private static String name(String name) {
    return IDENTIFIER.matcher(name).matches() && !KEYWORDS.contains(name)
        ? name
        : "{" + UNQUOTABLE.matcher(name).replaceAll("_") + "}";
  }
}
